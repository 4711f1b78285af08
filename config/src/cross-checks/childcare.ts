import { AGE_BANDS, seatsOf } from '@little-bench/shared/childcare/age-bands'
import { CHILDCARE_SESSIONS } from '@little-bench/shared/childcare/sessions'
import type { Problem } from '../problem.ts'
import type { CommunitySource, Sources } from '../sources.ts'
import { fileOf, type Located, locate, problemAt } from './located.ts'

export const centresOf = (source: CommunitySource) =>
  locate(fileOf(source, 'childcare.yaml'), 'centres', source.files['childcare.yaml'].centres)

type Centre = ReturnType<typeof centresOf>[number]

export const groupsOf = ({ file, key, value }: Centre) => locate(file, `${key}.groups`, value.groups)

/** At no hour are there more children in a group than its size allows and its carers may look after (托育机构设置标准). */
export const checkChildcare = (sources: Sources): Problem[] =>
  sources.communities
    .flatMap(centresOf)
    .flatMap((centre) => [
      ...groupsOf(centre).flatMap((group) => [...checkSeats(group, centre), ...checkSessions(group, centre)]),
      ...checkAdmission(centre),
    ])

type Group = ReturnType<typeof groupsOf>[number]

/**
 * The most children who are there in one minute when every place is taken. Sessions may overlap, a half that ends late with
 * the next one too; it only ever gets fuller when one begins.
 */
export const mostAtOnce = (places: Group['value']['places'], hours: Centre['value']['sessions']): number => {
  const sessions = CHILDCARE_SESSIONS.flatMap((session) => {
    const lasts = hours[session]
    return lasts === undefined ? [] : [{ ...lasts, children: places[session] }]
  })
  const there = sessions.map(({ from: minute }) =>
    sessions.filter(({ from, to }) => from <= minute && minute < to).reduce((sum, { children }) => sum + children, 0),
  )
  return Math.max(0, ...there)
}

const checkSeats = (group: Group, { value: { sessions } }: Located<Centre['value']>): Problem[] => {
  const { bandId, carers, places } = group.value
  const band = AGE_BANDS.find(({ id }) => id === bandId)
  const seats = band ? seatsOf(band, carers) : 0
  const most = mostAtOnce(places, sessions)
  if (band === undefined || most <= seats) return []
  return [
    problemAt(
      group,
      'places',
      `makes ${most} children at once, and ${carers} carers at 1:${band.childrenPerCarer} in a group of ${band.groupSize} at most may look after ${seats}: the places of sessions that overlap must not be more together`,
    ),
  ]
}

const checkSessions = (group: Group, { value }: Located<Centre['value']>): Problem[] =>
  CHILDCARE_SESSIONS.filter((session) => group.value.places[session] > 0 && value.sessions[session] === undefined).map(
    (session) =>
      problemAt(group, `places.${session}`, `the centre does not offer ${session}: give its hours in sessions`),
  )

const checkAdmission = (centre: Centre): Problem[] =>
  centre.value.admission
    .filter(({ from, until }) => until !== null && until < from)
    .map(({ id }) => problemAt(centre, `admission[${id}].until`, 'may not be before "from"'))

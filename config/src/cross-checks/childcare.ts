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
      ...groupsOf(centre).flatMap((group) => [...checkSeats(group), ...checkSessions(group, centre)]),
      ...checkAdmission(centre),
    ])

type Group = ReturnType<typeof groupsOf>[number]

/** Children who are there at once when every place is taken: those of the full day with those of the fuller half. */
export const mostAtOnce = ({ full_day, morning, afternoon, temporary }: Group['value']['places']): number =>
  full_day + Math.max(morning, afternoon) + temporary

const checkSeats = (group: Group): Problem[] => {
  const { bandId, carers, places } = group.value
  const band = AGE_BANDS.find(({ id }) => id === bandId)
  const seats = band ? seatsOf(band, carers) : 0
  const most = mostAtOnce(places)
  if (band === undefined || most <= seats) return []
  return [
    problemAt(
      group,
      'places',
      `makes ${most} children at once, and ${carers} carers at 1:${band.childrenPerCarer} in a group of ${band.groupSize} at most may look after ${seats}: full_day + the larger of morning and afternoon + temporary must not be more`,
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

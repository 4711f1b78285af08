import { addDays, type ServiceDate } from '@little-bench/shared/kernel/time'
import { isWorkday } from '@little-bench/shared/work-queue/deadline'
import type { CommunityConfig, LoadedConfig } from '../model.ts'
import type { Problem } from '../problem.ts'
import type { Sources } from '../sources.ts'
import { fileOf } from './located.ts'

/** Deadlines are promised this far ahead, so the holidays of these days must have been entered. */
const DAYS_COVERED = 60

/** What is wrong in the calendars whatever the day. */
export const checkCalendars = (sources: Sources, config: LoadedConfig): Problem[] =>
  sources.communities.flatMap((source) => {
    const file = fileOf(source, 'calendar.yaml')
    const own = source.files['calendar.yaml']
    const community = config.communities.get(source.files['community.yaml'].id)
    if (community === undefined) return []
    return [
      ...(own.opensAt < own.closesAt ? [] : [{ file, key: 'closesAt', rule: 'must be later than opensAt' }]),
      ...own.makeUpWorkdays.flatMap(({ date }) => checkMakeUpWorkday(date, file, community)),
      ...sources.shared['holidays.yaml'].makeUpWorkdays.flatMap(({ date }) =>
        checkMakeUpWorkday(date, 'holidays.yaml', community),
      ),
    ]
  })

const checkMakeUpWorkday = (date: ServiceDate, file: string, community: CommunityConfig): Problem[] => {
  const key = `makeUpWorkdays[${date}]`
  const { calendar } = community
  if (calendar.closedOn.includes(date))
    return [{ file, key, rule: `is also a closed day of ${community.id}: a day is one or the other` }]
  return isWorkday(date, { ...calendar, makeUpWorkdays: [] })
    ? [
        {
          file,
          key,
          rule: `is open in ${community.id} anyway: a make-up workday is a day that the weekday would close`,
        },
      ]
    : []
}

/** Whether the calendars reach 60 days beyond `today` (Asia/Shanghai); run at every start, because time passes. */
export const checkCalendarCoverage = (config: LoadedConfig, today: ServiceDate): Problem[] => {
  const needed = addDays(today, DAYS_COVERED)
  return [...config.communities.values()].flatMap((community) => [
    ...(community.calendarCoversUntil >= needed
      ? []
      : [
          {
            file: 'holidays.yaml',
            key: 'coversUntil',
            rule: `is ${community.calendarCoversUntil}, but calendars must cover the next ${DAYS_COVERED} days, until ${needed}: enter the holidays, then move it on`,
          },
        ]),
    ...(hasOpenDay(community, today)
      ? []
      : [
          {
            file: `${community.id}/calendar.yaml`,
            key: 'openWeekdays',
            rule: `has no open day in the ${DAYS_COVERED} days from ${today}`,
          },
        ]),
  ])
}

const hasOpenDay = (community: CommunityConfig, today: ServiceDate): boolean =>
  Array.from({ length: DAYS_COVERED }, (_, days) => addDays(today, days)).some((date) =>
    isWorkday(date, community.calendar),
  )

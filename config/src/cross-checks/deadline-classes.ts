import { instantOf } from '@little-bench/shared/kernel/time'
import { CLOCKS, startClocks } from '@little-bench/shared/work-queue/clocks'
import type { LoadedConfig } from '../model.ts'
import type { Problem } from '../problem.ts'

/** No holiday lies near, so that only the classes themselves are compared. */
const ORDINARY_MONDAY = '2026-11-23'
const NAMES = { acceptance: 'acceptance', first_reply: 'firstReply', resolve: 'hours or workingDays' } as const

/** On an ordinary Monday morning an item is promised to be taken, then answered, then done: never the other way round. */
export const checkDeadlineClasses = (config: LoadedConfig): Problem[] =>
  [...config.communities.values()].flatMap((community) => {
    const calendar = { ...community.calendar, closedOn: [], makeUpWorkdays: [] }
    // Hours that end before they begin are told by the check of the calendars.
    if (calendar.opensAt >= calendar.closesAt) return []
    const start = instantOf(ORDINARY_MONDAY, calendar.opensAt)
    return [...community.deadlineClasses].flatMap(([id, { clocks: clockClass }]) => {
      const clocks = startClocks(start, clockClass, calendar)
      return CLOCKS.flatMap((clock, index) => {
        const before = CLOCKS[index - 1]
        if (before === undefined || clocks[before].dueAt.getTime() <= clocks[clock].dueAt.getTime()) return []
        const rule = `ends after ${NAMES[clock]} on an ordinary Monday morning in ${community.id}: acceptance, firstReply and resolving come in this order`
        return [{ file: 'deadline-classes.yaml', key: `deadlineClasses[${id}].${NAMES[before]}`, rule }]
      })
    })
  })

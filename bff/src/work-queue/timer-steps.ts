import { CLOCKS, type Clock, endLate } from '@little-bench/shared/work-queue/clocks'
import type { Timer } from '@little-bench/shared/work-queue/timers'
import type { Step } from './apply-step.ts'
import type { Engine } from './engine.ts'
import { clocksOf, rungsLeft } from './item-facts.ts'
import type { RatedWorkItemRow } from './work-item.repository.ts'

/**
 * What the engine does to an item by itself when this timer has come. Lines that change nothing a worker decides about
 * keep the version, so that nobody's next move is refused because a clock ran out meanwhile.
 */
export const stepOfTimer = (engine: Engine, item: RatedWorkItemRow, timer: Timer, now: Date): Step => {
  const at = now.toISOString()
  switch (timer.kind) {
    case 'clock_ran_out':
      return lateStep(engine, item, timer.clock, now)
    case 'climb_again':
      return climbStep(engine, item, lateClockOf(item, now), now)
    case 'return_untouched':
      return { kind: 'returned', actorId: null, change: { state: 'queued', assignee_id: null } }
    case 'ask_again': {
      const count = item.asked_again + 1
      return {
        kind: 'asked_again',
        actorId: null,
        change: { asked_again: count },
        details: { count },
        keepsVersion: true,
      }
    }
    case 'close_unanswered':
      return closing('rejected', at)
    case 'end_suspension':
      // Whoever has not touched it yet gets the same time for that as with any other item.
      return {
        kind: 'resumed',
        actorId: null,
        change: item.touched_at === null ? {} : { touched_at: at },
      }
    case 'ask_to_rate':
      return { kind: 'asked_to_rate', actorId: null, change: { is_asked_to_rate: true }, keepsVersion: true }
    case 'close_unrated':
      return closing('solved', at)
  }
}

const closing = (outcome: 'rejected' | 'solved', at: string): Step => ({
  kind: 'closed',
  actorId: null,
  change: { state: 'closed', outcome, closed_at: at },
  details: { outcome },
})

/** The clock ends late, once, and the item climbs. */
const lateStep = (engine: Engine, item: RatedWorkItemRow, clock: Clock, now: Date): Step => ({
  ...climbStep(engine, item, clock, now),
  clocks: endLate(clocksOf(item), clock, now),
})

/** Passed up to the next rung; where none is left the history only says that it is late. */
const climbStep = (engine: Engine, item: RatedWorkItemRow, clock: Clock | undefined, now: Date): Step => {
  const [toQueueId] = rungsLeft(engine, item)
  const details = clock === undefined ? {} : { clock }
  if (toQueueId === undefined) return { kind: 'ran_late', actorId: null, details, keepsVersion: true }
  return {
    kind: 'escalated',
    actorId: null,
    change: {
      supervising_queue_ids: [...item.supervising_queue_ids, toQueueId],
      climbed_at: now.toISOString(),
    },
    details: { ...details, toQueueId },
    keepsVersion: true,
  }
}

/** The weightiest promise that was not kept; undefined for an item that was passed up by hand and is not late. */
const lateClockOf = (item: RatedWorkItemRow, now: Date): Clock | undefined => {
  const clocks = clocksOf(item)
  return CLOCKS.findLast((clock) => (clocks[clock].endedAt ?? now).getTime() > clocks[clock].dueAt.getTime())
}

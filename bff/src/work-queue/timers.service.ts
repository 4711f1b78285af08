import { nextTimer, type Timer } from '@little-bench/shared/work-queue/timers'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Log } from '../platform/log/log.ts'
import { applyStep } from './apply-step.ts'
import { dispatchByRoster } from './dispatch-by-roster.ts'
import { type Engine, within } from './engine.ts'
import { circumstancesOf, timedOf } from './item-facts.ts'
import { stepOfTimer } from './timer-steps.ts'
import { type ItemAddress, lastAskedAgainAt, listDueItems, lockDueItem, storeNextTimer } from './timers.repository.ts'
import type { RatedWorkItemRow } from './work-item.repository.ts'

const BATCH = 200
/** Three clocks, two reminders, the rungs and the ends: an item that has more to do than this goes round in a circle. */
const MAX_STEPS = 20
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** An item that failed is tried again after this, so that it does not hold up the others. */
const RETRY_AFTER_MS = 5 * MINUTE_MS

/**
 * Does whatever has come due by `now`, each item in a transaction of its own, the longest overdue first. Processes that
 * run it at the same time share the work, and every clock fires once. Answers how many items it looked at.
 */
export const runDueTimers = async (engine: Engine, now: Date, log: Log): Promise<number> => {
  let total = 0
  for (;;) {
    const due = await listDueItems(engine.db, now, BATCH)
    let settled = 0
    for (const address of due) settled += await settle(engine, address, now, log)
    total += settled
    // What is left belongs to another process, which holds it at this moment.
    if (due.length < BATCH || settled === 0) return total
  }
}

const settle = async (engine: Engine, address: ItemAddress, now: Date, log: Log): Promise<0 | 1> => {
  try {
    return await inTransaction(engine.db, now, PLAIN_WRITE, async (trx) => {
      const item = await lockDueItem(trx, address, now)
      if (!item) return 0
      await runTimersOf(within(engine, trx), trx, item, now)
      return 1
    })
  } catch (error) {
    log.error({ err: error, communityId: address.community_id, workItemId: address.id }, 'timer failed')
    await storeNextTimer(engine.db, address, new Date(now.getTime() + RETRY_AFTER_MS))
    return 1
  }
}

/** One after the other, in the order in which they came due: whoever was down for a week catches up. */
const runTimersOf = async (engine: Engine, trx: Trx, start: RatedWorkItemRow, now: Date): Promise<void> => {
  let item = start
  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    const { rules, calendar } = circumstancesOf(engine, item)
    const timer = nextTimer(timedOf(engine, item), rules, calendar)
    const at = timer && (await notBefore(engine, trx, item, timer, now))
    if (!timer || !at || at.getTime() > now.getTime()) return storeNextTimer(trx, item, at)
    item = await run(engine, trx, item, timer, now)
  }
  throw new Error('the timers of an item never end')
}

const run = async (
  engine: Engine,
  trx: Trx,
  item: RatedWorkItemRow,
  timer: Timer,
  now: Date,
): Promise<RatedWorkItemRow> => {
  const after = await applyStep(engine, trx, item, stepOfTimer(engine, item, timer, now), now)
  if (timer.kind !== 'return_untouched' || item.assignee_id === null) return after
  return dispatchByRoster(engine, trx, after, { excluded: [item.assignee_id], now })
}

/**
 * When a timer may fire, which is when it says unless it would end something that must not end: a question is only given
 * up after both reminders have had their days, also when they went out late, and never while a work of the item or
 * another unit is still at it.
 */
const notBefore = async (engine: Engine, trx: Trx, item: RatedWorkItemRow, timer: Timer, now: Date): Promise<Date> => {
  if (timer.kind !== 'ask_again' && timer.kind !== 'close_unanswered') return timer.at
  const isHeld = item.open_children > 0 || item.referred_queue_id !== null
  if (timer.kind === 'close_unanswered' && isHeld) return new Date(now.getTime() + DAY_MS)
  const reminded = item.asked_again === 0 ? undefined : await lastAskedAgainAt(trx, item)
  if (!reminded) return timer.at
  const { rules } = circumstancesOf(engine, item)
  const [first, second] = rules.questionRemindersAfterDays
  const days = timer.kind === 'ask_again' ? second - first : rules.questionClosesAfterDays - second
  return new Date(Math.max(timer.at.getTime(), reminded.getTime() + days * DAY_MS))
}

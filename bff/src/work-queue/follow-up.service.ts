import { AppError } from '@little-bench/shared/kernel/errors'
import { addDays, type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { isWorkday, type ServiceCalendar } from '@little-bench/shared/work-queue/deadline'
import type { FollowUpResult } from '@little-bench/shared/work-queue/events'
import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { applyStep } from './apply-step.ts'
import { type Engine, within } from './engine.ts'
import {
  countFollowUps,
  type FollowUpRow,
  findFollowUpById,
  insertFollowUp,
  recordResult,
} from './follow-up.repository.ts'
import { circumstancesOf } from './item-facts.ts'
import { type FollowUpView, presentFollowUps } from './list-follow-ups.service.ts'
import { reopenItem } from './reopen-work-item.ts'
import { servedQueues } from './work-item.policy.ts'
import { lockWorkItemById, type RatedWorkItemRow } from './work-item.repository.ts'

/** Nobody is called more often than this for one round. */
const MAX_CALLS = 3
/** Nobody answered: once more after this many working days. */
const CALL_AGAIN_AFTER = 2
/** A calendar without an open day in this many days is broken; then the call is due anyway. */
const MAX_DAYS_AHEAD = 60

/** Plans the call that asks whether it is really solved, in the transaction that resolved the item. */
export const scheduleFollowUp = async (engine: Engine, trx: Trx, item: RatedWorkItemRow, now: Date): Promise<void> => {
  // The resident is called about the whole, not about each work of it.
  if (item.parent_id !== null) return
  const { rules, calendar } = circumstancesOf(engine, item)
  const dueOn = workdayFrom(addDays(shanghaiTime(now).date, rules.followUpAfterDays), calendar)
  await insertFollowUp(trx, followUpOf(item, item.queue_id, dueOn))
}

/**
 * Keeps what the resident said. Not solved: the item begins a new round with another handler. No answer: somebody calls
 * once more, three times at most. Errors: `not_found` for whoever does not serve the queue, `already_recorded` also when
 * the resident has answered by themselves meanwhile.
 */
export const recordFollowUp = async (
  engine: Engine,
  viewer: Viewer,
  address: { communityId: string; followUpId: string },
  answer: { result: FollowUpResult; note: string },
  write: Write,
): Promise<FollowUpView> => {
  const now = engine.clock.now()
  return inTransaction(engine.db, now, write, async (trx) => {
    const inside = within(engine, trx)
    // What was not solved is routed again.
    await engine.gridMaps.holdGridMap(trx, address.communityId)
    const { followUp, item } = await followUpFor(engine, trx, viewer, address)
    const { result, note } = answer
    const recorded = await recordResult(trx, followUp, { result, doneBy: viewer.personId, doneAt: now })
    if (!recorded) throw new AppError('already_recorded')
    const told = await applyStep(
      inside,
      trx,
      item,
      {
        kind: 'followed_up',
        actorId: viewer.personId,
        details: { result },
        message: { body: note, visibleTo: 'staff' },
      },
      now,
    )
    const after = await followedBy(inside, trx, told, recorded, { actorId: viewer.personId, now })
    return presentFollowUp(inside, viewer, recorded, after)
  })
}

/** The call and its item, held until it is recorded. Errors: `not_found` when it does not exist for this viewer. */
const followUpFor = async (
  engine: Engine,
  trx: Trx,
  viewer: Viewer,
  { communityId, followUpId }: { communityId: string; followUpId: string },
): Promise<{ followUp: FollowUpRow; item: RatedWorkItemRow }> => {
  const followUp = await findFollowUpById(trx, communityId, followUpId)
  const isServed = followUp && servedQueues(viewer.roles, engine.config()).has(followUp.queue_id)
  const item = isServed && (await lockWorkItemById(trx, communityId, followUp.work_item_id))
  if (!item || item.excluded_staff_ids.includes(viewer.personId)) throw new AppError('not_found')
  return { followUp, item }
}

/** What follows from an answer. The resident reads a sentence of ours: the note is written for colleagues. */
const followedBy = async (
  engine: Engine,
  trx: Trx,
  item: RatedWorkItemRow,
  recorded: FollowUpRow,
  { actorId, now }: { actorId: string; now: Date },
): Promise<RatedWorkItemRow> => {
  if (recorded.result === 'not_solved') return reopenItem(engine, trx, item, { actorId, note: REOPENED, now })
  if (recorded.result === 'no_answer' && (await countFollowUps(trx, recorded)) < MAX_CALLS) {
    const { calendar } = circumstancesOf(engine, item)
    const dueOn = workdaysAfter(shanghaiTime(now).date, CALL_AGAIN_AFTER, calendar)
    await insertFollowUp(trx, followUpOf(item, recorded.queue_id, dueOn))
  }
  return item
}

const REOPENED = '回访时您说还没有解决，已经换人重新办理。'

const followUpOf = (item: RatedWorkItemRow, queueId: string, dueOn: ServiceDate) => ({
  community_id: item.community_id,
  id: uuidv7(),
  work_item_id: item.id,
  round: item.reopened_count,
  queue_id: queueId,
  due_on: dueOn,
})

const workdayFrom = (from: ServiceDate, calendar: ServiceCalendar): ServiceDate => {
  let date = from
  for (let step = 0; step < MAX_DAYS_AHEAD && !isWorkday(date, calendar); step += 1) date = addDays(date, 1)
  return date
}

const workdaysAfter = (from: ServiceDate, days: number, calendar: ServiceCalendar): ServiceDate =>
  days === 0 ? from : workdaysAfter(workdayFrom(addDays(from, 1), calendar), days - 1, calendar)

const presentFollowUp = async (
  engine: Engine,
  viewer: Viewer,
  row: FollowUpRow,
  item: RatedWorkItemRow,
): Promise<FollowUpView> => {
  const [view] = await presentFollowUps(engine, viewer, [row], [item])
  if (!view) throw new Error(`no item of follow-up ${row.id}`)
  return view
}

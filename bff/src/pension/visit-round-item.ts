import { AppError } from '@little-bench/shared/kernel/errors'
import { instantOf } from '@little-bench/shared/kernel/time'
import { v7 as uuidv7 } from 'uuid'
import { namesByPersonId } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { type Engine, enqueue, finishBatch, listItemStates, takeReceiptNumber, within } from '../work-queue/index.ts'
import { listVisitsOfRounds, type RoundKey } from './home-visit.repository.ts'
import type { PensionCommunity } from './pension-community.ts'
import { VISIT_ROUND } from './visit-categories.ts'
import { findRound, lockRound, type RoundRow, setRoundItem } from './visit-round.repository.ts'

/** Before the transaction: takes a receipt number when the round has no work that is still open. */
export const prepareRoundItem = async (
  engine: Engine,
  community: PensionCommunity,
  key: RoundKey,
  now: Date,
): Promise<string | null> => {
  const round = await findRound(engine.db, community.id, key)
  return round && (await hasOpenItem(engine, round)) ? null : takeReceiptNumber(engine, community, now)
}

const hasOpenItem = async (
  engine: Engine,
  { community_id: communityId, work_item_id: id }: RoundRow,
): Promise<boolean> => {
  if (id === null) return false
  const state = (await listItemStates(engine, communityId, [id])).get(id)?.state
  return state !== undefined && state !== 'closed'
}

/**
 * Gives the round one piece of work that is open: a round that was over, and gets visits again, is work again.
 * Errors: `visit_changed` when it ended since it was prepared.
 */
export const openRound = async (
  engine: Engine,
  trx: Trx,
  community: PensionCommunity,
  { key, receiptNumber, now }: { key: RoundKey; receiptNumber: string | null; now: Date },
): Promise<void> => {
  const round = await lockRound(trx, community.id, key)
  if (!round) throw new Error(`no round of ${key.visitorId} on ${key.on}`)
  if (await hasOpenItem(within(engine, trx), round)) return
  if (receiptNumber === null) throw new AppError('visit_changed')
  const workItemId = uuidv7()
  const visitor = (await namesByPersonId(within(engine, trx), [key.visitorId])).get(key.visitorId)
  await enqueue(
    engine,
    trx,
    community,
    engine.config(),
    {
      id: workItemId,
      receiptNumber,
      service: 'pension',
      subjectId: round.id,
      title: `${VISIT_ROUND.name.zh}：${key.on} ${visitor?.full ?? ''}`,
      isConfidential: VISIT_ROUND.isConfidential,
      requesterId: null,
      hand: { actorId: null, actingForId: null },
      filedById: null,
      gridCellId: null,
      words: '',
      category: VISIT_ROUND,
      dueAt: instantOf(key.on, community.pension.visits.untilMinute),
    },
    now,
  )
  await setRoundItem(trx, round, workItemId)
}

/** Ends the work of a round in which nobody is to be visited any more. The caller holds the visit that has changed. */
export const settleRound = async (
  engine: Engine,
  trx: Trx,
  communityId: string,
  key: RoundKey,
  now: Date,
): Promise<void> => {
  // Two last visits that end at the same moment come one after the other, and the second sees both.
  const round = await lockRound(trx, communityId, key)
  if (!round || round.work_item_id === null) return
  const visits = await listVisitsOfRounds(trx, communityId, { from: key.on, to: key.on, visitorId: key.visitorId })
  if (visits.some(({ state }) => state === 'planned')) return
  await finishBatch(engine, trx, { communityId, workItemId: round.work_item_id }, now)
}

/** The round that a visit was in; undefined when it was in none. */
export const roundOf = ({
  visit_on: on,
  visitor_id: visitorId,
}: {
  visit_on: string | null
  visitor_id: string | null
}): RoundKey | undefined => (on === null || visitorId === null ? undefined : { on, visitorId })

/** Each round once, in one order for all. */
export const inOneOrder = (rounds: readonly RoundKey[]): RoundKey[] => {
  const byName = new Map(rounds.map((round) => [`${round.on} ${round.visitorId}`, round]))
  return [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, round]) => round)
}

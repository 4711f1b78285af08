import { isTimeToAsk } from '@little-bench/shared/canteen/absence'
import { SERVICE_CODES } from '@little-bench/shared/scheduling/service-codes'
import { communityOf } from '../communities/index.ts'
import { agentsOf, homeCellOf, namesByPersonId } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { type BookingRow, categoryOf, listPastStates, type Scheduling, type SlotRow } from '../scheduling/index.ts'
import { enqueue, listItemStates, takeReceiptNumber, within } from '../work-queue/index.ts'
import { findAbsenceCheck } from './absence-check.repository.ts'
import { findOrderById, markAsked } from './meal-order.repository.ts'
import { type MealSlot, mealSlotOf, mealTitle } from './meal-slot.ts'

/** So many meals back nobody looks: whoever was away that long is known to be. */
const LOOKED_AT = 20

/** How often in a row somebody has not come, this time included. */
const absencesInARow = async (trx: Trx, booking: BookingRow, slot: SlotRow): Promise<number> => {
  const who = { communityId: booking.community_id, subjectId: booking.subject_id, service: 'canteen' } as const
  const before = await listPastStates(trx, who, slot.starts_at, LOOKED_AT)
  const came = before.findIndex((state) => state !== 'no_show')
  return 1 + (came === -1 ? before.length : came)
}

/**
 * Somebody did not come for a meal they had ordered. When that happens twice in a row whoever they chose is told, once for
 * each meal, and only when they have agreed to it: otherwise nobody learns of it.
 */
export const askAfterAbsence = async (
  scheduling: Scheduling,
  trx: Trx,
  booking: BookingRow,
  slot: SlotRow,
  now: Date,
): Promise<void> => {
  const meal = mealSlotOf(scheduling, slot)
  const order = await findOrderById(trx, { communityId: booking.community_id, orderId: booking.id })
  const check = await findAbsenceCheck(trx, booking.community_id, booking.person_id)
  if (!meal || !order || !check || !isTimeToAsk(await absencesInARow(trx, booking, slot))) return
  if (!(await markAsked(trx, { communityId: booking.community_id, orderId: booking.id }, now))) return
  if (check.checker === 'family') return tellFamily(scheduling, trx, meal, booking, now)
  await scheduling.jobs.enqueue<Absence>(trx, ASK_GRID_WORKER, {
    communityId: booking.community_id,
    personId: booking.person_id,
    orderId: booking.id,
  })
}

const tellFamily = async (
  scheduling: Scheduling,
  trx: Trx,
  meal: MealSlot,
  booking: BookingRow,
  now: Date,
): Promise<void> => {
  const family = await agentsOf(trx, booking.person_id, { service: 'canteen', power: 'read' }, now)
  // Whoever looks after two parents must know which one.
  const names = await namesByPersonId(scheduling, [booking.person_id])
  const notice = {
    kind: 'absence_check',
    communityId: booking.community_id,
    workItemId: null,
    subjectId: booking.id,
    isConfidential: true,
    details: { title: mealTitle(meal), name: names.get(booking.person_id)?.masked ?? '' },
  } as const
  await scheduling.notifications.notifyAll(trx, notice, [...new Set(family)])
}

const ASK_GRID_WORKER = 'ask-grid-worker-after-absence'

interface Absence {
  communityId: string
  personId: string
  orderId: string
}

/** Declares the job that puts an absence into the queue of a grid cell, once however often it is tried. */
export const declareAbsenceJob = (scheduling: Scheduling): void =>
  scheduling.jobs.handle<Absence>(ASK_GRID_WORKER, ({ id, payload }) => askGridWorker(scheduling, id, payload))

const askGridWorker = async (
  scheduling: Scheduling,
  id: string,
  { communityId, personId, orderId }: Absence,
): Promise<void> => {
  const community = communityOf(scheduling, communityId)
  const now = scheduling.clock.now()
  const gridCellId = await homeCellOf(scheduling, personId, communityId)
  const receiptNumber = await takeReceiptNumber(scheduling, community, now)
  await inTransaction(scheduling.db, now, PLAIN_WRITE, async (trx) => {
    const isThere = (await listItemStates(within(scheduling, trx), communityId, [id])).size > 0
    // Taken back meanwhile, a consent counts for nothing.
    const check = await findAbsenceCheck(trx, communityId, personId)
    if (isThere || check?.checker !== 'grid_worker') return
    const item = {
      id,
      receiptNumber,
      service: 'canteen',
      subjectId: orderId,
      title: SERVICE_CODES.absence_check.name.zh,
      isConfidential: true,
      requesterId: personId,
      hand: { actorId: null, actingForId: null },
      filedById: null,
      gridCellId,
      words: '',
      category: categoryOf('canteen', 'absence_check'),
    } as const
    await enqueue(scheduling, trx, community, scheduling.config(), item, now)
  })
}

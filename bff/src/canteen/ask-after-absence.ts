import { isTimeToAsk } from '@little-bench/shared/canteen/absence'
import { SERVICE_CODES } from '@little-bench/shared/scheduling/service-codes'
import { v7 as uuidv7 } from 'uuid'
import { agentsOf, homeCellOf } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { type BookingRow, categoryOf, listPastStates, type Scheduling, type SlotRow } from '../scheduling/index.ts'
import { enqueue, takeReceiptNumber, within } from '../work-queue/index.ts'
import { findAbsenceCheck } from './absence-check.repository.ts'
import { findOrderById } from './meal-order.repository.ts'
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
 * Somebody did not come for a meal they had ordered. When that happens twice in a row whoever they chose is told, and only
 * when they have agreed to it: otherwise nobody learns of it.
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
  if (check.checker === 'family') return tellFamily(scheduling, trx, meal, booking, now)
  return askGridWorker(scheduling, trx, meal, booking, now)
}

const tellFamily = async (
  scheduling: Scheduling,
  trx: Trx,
  meal: MealSlot,
  booking: BookingRow,
  now: Date,
): Promise<void> => {
  const family = await agentsOf(trx, booking.person_id, { service: 'canteen', power: 'read' }, now)
  const notice = {
    kind: 'absence_check',
    communityId: booking.community_id,
    workItemId: null,
    subjectId: booking.id,
    isConfidential: true,
    details: { title: mealTitle(meal) },
  } as const
  await scheduling.notifications.notifyAll(trx, notice, [...new Set(family)])
}

const askGridWorker = async (
  scheduling: Scheduling,
  trx: Trx,
  { community }: MealSlot,
  booking: BookingRow,
  now: Date,
): Promise<void> => {
  const inside = within(scheduling, trx)
  const personId = booking.person_id
  await enqueue(
    scheduling,
    trx,
    community,
    scheduling.config(),
    {
      id: uuidv7(),
      receiptNumber: await takeReceiptNumber(inside, community, now),
      service: 'canteen',
      subjectId: booking.id,
      title: SERVICE_CODES.absence_check.name.zh,
      isConfidential: true,
      requesterId: personId,
      hand: { actorId: null, actingForId: null },
      filedById: null,
      gridCellId: await homeCellOf(inside, personId, community.id),
      words: '',
      category: categoryOf('canteen', 'absence_check'),
    },
    now,
  )
}

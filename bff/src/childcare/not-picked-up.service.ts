import { v7 as uuidv7 } from 'uuid'
import { communityOf } from '../communities/index.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Log } from '../platform/log/log.ts'
import {
  type BookingRow,
  categoryOf,
  findBookingById,
  findSlotById,
  listBookingsOfSlots,
  listSlots,
  type Scheduling,
  type SlotRow,
} from '../scheduling/index.ts'
import { enqueue, takeReceiptNumber } from '../work-queue/index.ts'
import { groupOf } from './centres.ts'
import {
  type ChildcareRow,
  listChildcareRows,
  listChildrenHere,
  setNotPickedUp,
} from './childcare-booking.repository.ts'
import { tellFamily } from './tell-family.ts'

/** So long after the end of its session a child that nobody has fetched is an item of its own; so long it is awaited. */
const LATE_MINUTES = 30

/**
 * Every minute: whoever is still there half an hour after the end becomes an item, once, and the family is told to come. One
 * child of whom it fails holds up no other.
 */
export const alarmForChildrenStillHere = async (scheduling: Scheduling, now: Date, log: Log): Promise<void> => {
  for (const row of await listChildrenHere(scheduling.db)) {
    await alarmFor(scheduling, row, now).catch((error: unknown) =>
      log.error(
        { err: error, communityId: row.community_id, bookingId: row.id },
        'no item for a child that is still here',
      ),
    )
  }
}

const alarmFor = async (scheduling: Scheduling, row: ChildcareRow, now: Date): Promise<void> => {
  const { community_id: communityId, id: bookingId } = row
  const booking = await findBookingById(scheduling.db, communityId, bookingId)
  const slot = booking && (await findSlotById(scheduling.db, { communityId, slotId: booking.slot_id }))
  if (!booking || !slot || !isLate(slot.ends_at, now)) return
  if (await staysLonger(scheduling, booking, slot, now)) return
  const community = communityOf(scheduling, communityId)
  const receiptNumber = await takeReceiptNumber(scheduling, community, now)
  await inTransaction(scheduling.db, now, PLAIN_WRITE, async (trx) => {
    const workItemId = uuidv7()
    if (!(await setNotPickedUp(trx, { communityId, bookingId }, workItemId))) return
    const category = categoryOf('childcare', 'child_not_picked_up')
    const item = {
      id: workItemId,
      receiptNumber,
      service: 'childcare',
      subjectId: bookingId,
      // A child's: the title says no more than the category.
      title: category.name.zh,
      isConfidential: category.isConfidential,
      requesterId: booking.person_id,
      hand: { actorId: null, actingForId: null },
      filedById: null,
      gridCellId: null,
      words: '',
      category,
    } as const
    await enqueue(scheduling, trx, community, scheduling.config(), item, now)
    await tellFamily(scheduling, trx, 'child_not_picked_up', { booking, slot })
  })
}

/**
 * A child of the morning that stays for the afternoon too need not be fetched in between: while it is still awaited there, or
 * was ticked off there. When the family has said that it does not come, or the time is past, it only waits.
 */
const staysLonger = async (
  { db, config }: Scheduling,
  booking: BookingRow,
  slot: SlotRow,
  now: Date,
): Promise<boolean> => {
  const community = config().communities.get(slot.community_id)
  const centre = community && groupOf(community, slot.resource_id)?.centre
  const groupIds = centre?.groups.map(({ id }) => id) ?? [slot.resource_id]
  const slots = await listSlots(db, slot.community_id, groupIds, { from: slot.service_on, to: slot.service_on })
  const later = slots.filter(({ starts_at: startsAt }) => startsAt >= slot.ends_at)
  const laterIds = later.map(({ id }) => id)
  const own = (await listBookingsOfSlots(db, slot.community_id, laterIds, ['booked', 'served'])).filter(
    ({ subject_id: childId }) => childId === booking.subject_id,
  )
  const bookingIds = own.map(({ id }) => id)
  const rows = await listChildcareRows(db, slot.community_id, bookingIds)
  return own.some(({ id, state, slot_id: slotId }) => {
    if (state === 'served') return true
    const startsAt = later.find((one) => one.id === slotId)?.starts_at
    return (rows.get(id)?.absence ?? null) === null && startsAt !== undefined && !isLate(startsAt, now)
  })
}

const isLate = (instant: string, now: Date): boolean =>
  now.getTime() >= new Date(instant).getTime() + LATE_MINUTES * 60_000

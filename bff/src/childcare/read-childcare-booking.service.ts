import { AppError } from '@little-bench/shared/kernel/errors'
import { takesSeat } from '@little-bench/shared/scheduling/bookings'
import { positionOf } from '@little-bench/shared/scheduling/waitlist'
import { communityOf } from '../communities/index.ts'
import { childrenById, recordReads } from '../people/index.ts'
import type { Database, Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import {
  type BookingRow,
  findBookingById,
  findSlotById,
  listBookingsByIds,
  listWaitingBookings,
  type Scheduling,
  type SlotRow,
} from '../scheduling/index.ts'
import { groupOf } from './centres.ts'
import { type ChildcareBookingView, type KnownBooking, presentChildcareBooking } from './childcare-booking.presenter.ts'
import { type BookingAddress, listChildcareRows } from './childcare-booking.repository.ts'
import { findDayItems } from './childcare-day.ts'
import { pickUpCodeOf } from './pick-up-code.ts'

/** A booking of the viewer's with its slot. Errors: `not_found` for everybody else's, and for bookings of other services. */
export const ownBooking = async (
  db: Database | Trx,
  { personId }: Pick<Viewer, 'personId'>,
  { communityId, bookingId }: BookingAddress,
): Promise<{ booking: BookingRow; slot: SlotRow }> => {
  const booking = await findBookingById(db, communityId, bookingId)
  const slot = booking && (await findSlotById(db, { communityId, slotId: booking.slot_id }))
  if (!booking || !slot || slot.service !== 'childcare' || booking.person_id !== personId) {
    throw new AppError('not_found')
  }
  return { booking, slot }
}

/** One booking of the viewer's. Errors: `not_found`. */
export const readChildcareBooking = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: BookingAddress,
): Promise<ChildcareBookingView> => {
  await ownBooking(scheduling.db, viewer, address)
  const { bookings } = await readBookedChildren(scheduling, viewer, address.communityId, [address.bookingId])
  const [booking] = bookings
  if (!booking) throw new AppError('not_found')
  return booking
}

/** Bookings that were made together, and who works on them. */
export interface BookedChildren {
  bookings: ChildcareBookingView[]
  queue: ChildcareBookingView['queue']
}

/** Bookings of one centre and day, in the given order. At the counter the read leaves a line, and shows no code. */
export const readBookedChildren = async (
  scheduling: Scheduling,
  viewer: Viewer,
  communityId: string,
  ids: readonly string[],
): Promise<BookedChildren> => {
  const community = communityOf(scheduling, communityId)
  const now = scheduling.clock.now()
  const isAtCounter = viewer.authority?.kind === 'assist_session'
  const known = await inTransaction(scheduling.db, now, PLAIN_WRITE, async (trx) => {
    const reading = { communityId, readerId: viewer.actorId, what: 'facts' } as const
    if (isAtCounter) await recordReads(trx, reading, [viewer.personId], now)
    return knownBookings({ ...scheduling, db: trx }, communityId, ids)
  })
  const reader = { community, config: scheduling.config(), viewer, now }
  const bookings = known.map((one) => presentChildcareBooking(isAtCounter ? { ...one, pickUpCode: null } : one, reader))
  const [first] = bookings
  if (!first) throw new AppError('not_found')
  return { bookings, queue: first.queue }
}

const knownBookings = async (
  scheduling: Scheduling,
  communityId: string,
  ids: readonly string[],
): Promise<KnownBooking[]> => {
  const { db } = scheduling
  const found = await listBookingsByIds(db, communityId, ids)
  const rows = await listChildcareRows(db, communityId, ids)
  const children = await childrenById(
    scheduling,
    db,
    communityId,
    [...found.values()].map(({ subject_id: childId }) => childId),
  )
  const known: KnownBooking[] = []
  for (const booking of ids.flatMap((id) => found.get(id) ?? [])) {
    const slot = await findSlotById(db, { communityId, slotId: booking.slot_id })
    if (!slot) throw new Error('a slot with bookings is never removed')
    known.push({
      booking,
      slot,
      row: rows.get(booking.id),
      child: children.get(booking.subject_id),
      queueId: await queueOf(scheduling, slot),
      place: await placeOf(scheduling, booking),
      pickUpCode: codeOf(scheduling, booking, slot),
    })
  }
  return known
}

/** Whoever has no day to work on yet is with the community. */
const queueOf = async (scheduling: Scheduling, slot: SlotRow): Promise<string> => {
  const community = communityOf(scheduling, slot.community_id)
  const found = groupOf(community, slot.resource_id)
  const days = found ? [{ centre: found.centre, on: slot.service_on }] : []
  const [item] = await findDayItems(scheduling.db, slot.community_id, days)
  return item?.queueId ?? community.ladder.communityQueueId
}

const placeOf = async ({ db }: Scheduling, booking: BookingRow): Promise<KnownBooking['place']> => {
  if (booking.state !== 'waitlisted' || booking.waitlist_reason === null) return undefined
  const waiting = await listWaitingBookings(db, { communityId: booking.community_id, slotId: booking.slot_id })
  return { position: positionOf(booking.id, waiting) ?? 1, reason: booking.waitlist_reason }
}

/** A code belongs to a seat that somebody has for good. */
export const codeOf = (
  { sealer, config }: Pick<Scheduling, 'sealer' | 'config'>,
  booking: BookingRow,
  slot: SlotRow,
): string | null => {
  const community = config().communities.get(slot.community_id)
  const found = community && groupOf(community, slot.resource_id)
  if (!found || !takesSeat(booking.state) || booking.state === 'held' || booking.state === 'offered') return null
  return pickUpCodeOf(sealer, {
    communityId: slot.community_id,
    centreId: found.centre.id,
    guardianId: booking.person_id,
    on: slot.service_on,
  })
}

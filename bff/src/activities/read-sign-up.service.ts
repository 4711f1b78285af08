import { AppError } from '@little-bench/shared/kernel/errors'
import { positionOf } from '@little-bench/shared/scheduling/waitlist'
import { communityOf } from '../communities/index.ts'
import { childrenById } from '../people/index.ts'
import type { Database, Trx } from '../platform/db/database.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import {
  type BookingRow,
  findBookingById,
  findSlotById,
  listWaitingBookings,
  type Scheduling,
  type SlotRow,
} from '../scheduling/index.ts'
import { findDateItems } from './activity-batch.ts'
import { presentSignUp, type SignUpView } from './sign-up.presenter.ts'

export interface SignUpAddress {
  communityId: string
  bookingId: string
}

/** A booking of an activity with its slot; undefined for those of other services. */
export const findSignUp = async (
  db: Database | Trx,
  { communityId, bookingId }: SignUpAddress,
): Promise<{ booking: BookingRow; slot: SlotRow } | undefined> => {
  const booking = await findBookingById(db, communityId, bookingId)
  const slot = booking && (await findSlotById(db, { communityId, slotId: booking.slot_id }))
  return booking && slot?.service === 'activities' ? { booking, slot } : undefined
}

/** A sign-up of the viewer's. Errors: `not_found`. */
export const ownSignUp = async (db: Database | Trx, { personId }: Pick<Viewer, 'personId'>, address: SignUpAddress) => {
  const found = await findSignUp(db, address)
  if (found?.booking.person_id !== personId) throw new AppError('not_found')
  return found
}

/** Errors: `not_found`. */
export const readSignUp = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: SignUpAddress,
): Promise<SignUpView> => {
  const { db } = scheduling
  const { communityId } = address
  const { booking, slot } = await ownSignUp(db, viewer, address)
  const community = communityOf(scheduling, communityId)
  const children = await childrenById(scheduling, db, communityId, [booking.subject_id])
  const item = (await findDateItems(db, communityId, [slot])).get(slot.id)
  const waiting = booking.state === 'waitlisted' ? await listWaitingBookings(db, { communityId, slotId: slot.id }) : []
  const known = {
    booking,
    slot,
    childName: children.get(booking.subject_id)?.nickname ?? null,
    queueId: item?.queueId ?? community.ladder.communityQueueId,
    position: positionOf(booking.id, waiting),
  }
  return presentSignUp(known, { community, config: scheduling.config(), viewer, now: scheduling.clock.now() })
}

import { ageBandOn } from '@little-bench/shared/childcare/age-bands'
import type { rosterContract } from '@little-bench/shared/childcare/roster.contract'
import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { z } from 'zod'
import { communityOf } from '../communities/index.ts'
import { childrenById } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { happenedAt, makeBookingMove, type Scheduling } from '../scheduling/index.ts'
import { groupOf } from './centres.ts'
import {
  type BookingAddress,
  clearPickUp,
  listChildcareRows,
  setArrival,
  setPickUp,
} from './childcare-booking.repository.ts'
import { isSameCode } from './pick-up-code.ts'
import { codeOf } from './read-childcare-booking.service.ts'
import { lockRosterBooking, type RosterBooking, readRosterChild } from './roster-booking.ts'
import type { RosterChildView } from './roster-child.presenter.ts'
import { tellFamily } from './tell-family.ts'

type PickUp = z.output<typeof rosterContract.recordPickUp.body>
type Step = (trx: Trx, found: RosterBooking, now: Date) => Promise<void>

/** One step with a child of the roster; answers the child as it is then. */
const handle = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: BookingAddress,
  write: Write,
  step: Step,
): Promise<RosterChildView> => {
  const now = scheduling.clock.now()
  // Only the id is kept for whoever repeats the write: its stored result is not sealed.
  await inTransaction(scheduling.db, now, write, async (trx) => {
    await step(trx, await lockRosterBooking(trx, viewer, address, now), now)
    return { id: address.bookingId }
  })
  return readRosterChild(scheduling, viewer, address)
}

const moveOf = ({ communityId, bookingId: id }: BookingAddress) => ({ communityId, id })

/**
 * The child is here; the family is told. Errors: `not_found`, `booking_not_live`, `day_not_come`, `age_outside_band` for one
 * that is not of this group, `booking_changed` for one that is here.
 */
export const recordArrival = (
  scheduling: Scheduling,
  viewer: Viewer,
  address: BookingAddress,
  said: string | undefined,
  write: Write,
): Promise<RosterChildView> =>
  handle(scheduling, viewer, address, write, async (trx, { booking, slot }, now) => {
    const { state } = booking
    if (state !== 'booked' && state !== 'no_show' && state !== 'served') throw new AppError('booking_not_live')
    if (shanghaiTime(now).date < slot.service_on) throw new AppError('day_not_come')
    // What a tablet tells afterwards has happened, whatever has become of the record of the child since.
    if (state === 'booked') await requireOfGroup(scheduling, trx, { booking, slot })
    const at = happenedAt(said, slot, now)
    await makeBookingMove(scheduling, trx, moveOf(address), { move: 'check_in', actorId: viewer.actorId, now, at })
    await setArrival(trx, address, at)
    await tellFamily(scheduling, trx, 'child_arrived', { booking, slot }, { at: at.toISOString() })
  })

/** Its carers may look after so many of that age: a child of another is not one of them. */
const requireOfGroup = async (scheduling: Scheduling, trx: Trx, { booking, slot }: RosterBooking): Promise<void> => {
  const { community_id: communityId, service_on: on, resource_id: groupId } = slot
  const child = (await childrenById(scheduling, trx, communityId, [booking.subject_id])).get(booking.subject_id)
  const bandId = groupOf(communityOf(scheduling, communityId), groupId)?.group.bandId
  if (child && bandId && ageBandOn(child.bornOn, on)?.id !== bandId) throw new AppError('age_outside_band')
}

/** It was another child; the family is told. Errors: `not_found`, `booking_changed` for one that did not come or was fetched. */
export const undoArrival = (
  scheduling: Scheduling,
  viewer: Viewer,
  address: BookingAddress,
  write: Write,
): Promise<RosterChildView> =>
  handle(scheduling, viewer, address, write, async (trx, found, now) => {
    await makeBookingMove(scheduling, trx, moveOf(address), { move: 'undo_check_in', actorId: viewer.actorId, now })
    if (!(await setArrival(trx, address, null))) throw new AppError('booking_changed')
    await tellFamily(scheduling, trx, 'child_arrival_undone', found)
  })

/**
 * Handed over to somebody on the list of the child, and to nobody else. Without a working phone they are known, or show a
 * paper with their name. Errors: `not_found`, `not_arrived`, `pick_up_not_listed`, `pick_up_code_wrong`, `booking_changed`
 * for one that was fetched.
 */
export const recordPickUp = (
  scheduling: Scheduling,
  viewer: Viewer,
  address: BookingAddress,
  { pickUpId, way, code, at: said }: PickUp,
  write: Write,
): Promise<RosterChildView> =>
  handle(scheduling, viewer, address, write, async (trx, { booking, slot }, now) => {
    const row = (await listChildcareRows(trx, address.communityId, [booking.id])).get(booking.id)
    if (booking.state !== 'served' || !row?.arrived_at) throw new AppError('not_arrived')
    const child = (await childrenById(scheduling, trx, address.communityId, [booking.subject_id])).get(
      booking.subject_id,
    )
    const isListed = child?.pickUps.some(({ id, isListed: is }) => is && id === pickUpId) ?? false
    if (pickUpId !== null && !isListed) throw new AppError('pick_up_not_listed')
    if (way === 'code' && !isSameCode(code ?? '', codeOf(scheduling, booking, slot) ?? ' ')) {
      throw new AppError('pick_up_code_wrong')
    }
    const at = happenedAt(said, slot, now)
    if (!(await setPickUp(trx, address, { at, pickUpId, way }))) throw new AppError('booking_changed')
    await tellFamily(scheduling, trx, 'child_picked_up', { booking, slot }, { at: at.toISOString() })
  })

/** The child is still here; the family is told. Errors: `not_found`, `booking_changed` for one that was not fetched. */
export const undoPickUp = (
  scheduling: Scheduling,
  viewer: Viewer,
  address: BookingAddress,
  write: Write,
): Promise<RosterChildView> =>
  handle(scheduling, viewer, address, write, async (trx, found) => {
    if (!(await clearPickUp(trx, address))) throw new AppError('booking_changed')
    await tellFamily(scheduling, trx, 'child_pick_up_undone', found)
  })

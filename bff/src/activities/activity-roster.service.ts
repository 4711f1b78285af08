import type { ActivityRoster } from '@little-bench/shared/activities/contract'
import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage } from '@little-bench/shared/kernel/language'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { z } from 'zod'
import { childrenById, namesByPersonId, recordChildReads } from '../people/index.ts'
import { inTransaction, PLAIN_WRITE, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import {
  countToTell,
  happenedAt,
  listBookingsOfSlots,
  makeBookingMove,
  type PersonalMove,
  type Scheduling,
  type SlotAddress,
} from '../scheduling/index.ts'
import { activityDateOf } from './activities.ts'
import { hostsActivities, rosterRefusal } from './activity.policy.ts'
import { findDateItems } from './activity-batch.ts'
import { findSignUp, type SignUpAddress } from './read-sign-up.service.ts'

type RosterView = z.input<typeof ActivityRoster>

/** Who has a seat for good. */
const ON_ROSTER = ['booked', 'served', 'no_show'] as const

/**
 * Who comes to a date; each child leaves a line in the transaction that reads.
 * Errors: `not_found`, also for staff of other communities; `date_too_far` before the day before and a week after.
 */
export const getActivityRoster = (
  scheduling: Scheduling,
  viewer: Viewer,
  address: SlotAddress,
): Promise<RosterView> => {
  const { communityId } = address
  const now = scheduling.clock.now()
  return inTransaction(scheduling.db, now, PLAIN_WRITE, async (trx) => {
    if (!hostsActivities(viewer.roles, communityId)) throw new AppError('not_found')
    const { activity, slot } = await activityDateOf(scheduling, trx, address)
    const refusal = rosterRefusal(slot.service_on, shanghaiTime(now).date)
    if (refusal) throw new AppError(refusal)
    const bookings = await listBookingsOfSlots(trx, communityId, [slot.id], ON_ROSTER)
    const subjectIds = bookings.map(({ subject_id: id }) => id)
    const children = await childrenById(scheduling, trx, communityId, subjectIds)
    const reading = { communityId, readerId: viewer.actorId, reason: 'activity_roster', on: slot.service_on } as const
    await recordChildReads(trx, reading, [...children.keys()], now)
    const names = await namesByPersonId(
      { db: trx },
      bookings.map(({ person_id: id }) => id),
    )
    const item = (await findDateItems(trx, communityId, [slot])).get(slot.id)
    return {
      slotId: slot.id,
      name: inLanguage(activity.name, viewer.language),
      on: slot.service_on,
      startsAt: slot.starts_at,
      endsAt: slot.ends_at,
      workItem: item ? { id: item.workItemId, state: item.state, receiptNumber: item.receiptNumber } : null,
      people: bookings.map(({ id, state, subject_id: subjectId, person_id: personId }) => {
        // Colleagues at the door know people by their names as every list of staff shows them: masked.
        const holder = names.get(personId)?.masked ?? ''
        const isChild = subjectId !== personId
        return {
          bookingId: id,
          state,
          name: isChild ? (children.get(subjectId)?.nickname ?? '') : holder,
          guardianName: isChild ? holder : null,
        }
      }),
      canCancel: slot.is_open && new Date(slot.ends_at) > now,
      toTell: await countToTell(trx, communityId, [slot.id]),
      at: now.toISOString(),
    }
  })
}

/** They have come. Errors: `not_found`, `date_too_far`, `day_not_come`, `booking_not_live`, `booking_changed` for who is here already. */
export const checkInActivity = (
  scheduling: Scheduling,
  viewer: Viewer,
  address: SignUpAddress,
  said: string | undefined,
  write: Write,
): Promise<RosterView> => tick(scheduling, viewer, address, write, { move: 'check_in', said })

/** It was somebody else. Errors: `not_found`, `date_too_far`, `booking_changed` for who is not here. */
export const undoActivityCheckIn = (
  scheduling: Scheduling,
  viewer: Viewer,
  address: SignUpAddress,
  write: Write,
): Promise<RosterView> => tick(scheduling, viewer, address, write, { move: 'undo_check_in', said: undefined })

const tick = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: SignUpAddress,
  write: Write,
  { move, said }: { move: Extract<PersonalMove, 'check_in' | 'undo_check_in'>; said: string | undefined },
): Promise<RosterView> => {
  const now = scheduling.clock.now()
  const { communityId, bookingId: id } = address
  // Only the slot is kept for whoever repeats the write: its stored result is not sealed.
  const { slotId } = await inTransaction(scheduling.db, now, write, async (trx) => {
    const found = hostsActivities(viewer.roles, communityId) ? await findSignUp(trx, address) : undefined
    if (!found) throw new AppError('not_found')
    const { booking, slot } = found
    const refusal = rosterRefusal(slot.service_on, shanghaiTime(now).date)
    if (refusal) throw new AppError(refusal)
    if (!ON_ROSTER.some((state) => state === booking.state)) throw new AppError('booking_not_live')
    if (move === 'check_in' && shanghaiTime(now).date < slot.service_on) throw new AppError('day_not_come')
    const at = happenedAt(said, slot, now)
    await makeBookingMove(scheduling, trx, { communityId, id }, { move, actorId: viewer.actorId, now, at })
    return { slotId: slot.id }
  })
  return getActivityRoster(scheduling, viewer, { communityId, slotId })
}

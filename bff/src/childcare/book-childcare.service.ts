import type { NewChildcareBooking } from '@little-bench/shared/childcare/contract'
import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { WaitlistReason } from '@little-bench/shared/scheduling/waitlist'
import { v7 as uuidv7 } from 'uuid'
import { communityOf } from '../communities/index.ts'
import { childcareNotePurpose, holdChildren } from '../people/index.ts'
import { reaches } from '../platform/authority.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import {
  findOwnBooking,
  joinWaitlist,
  makeBookingMove,
  openBatch,
  prepareBatch,
  type Scheduling,
  takeSeat,
} from '../scheduling/index.ts'
import { centreOf, type PlacedCentre } from './centres.ts'
import { dayRefusal } from './childcare.policy.ts'
import { insertChildcareBooking } from './childcare-booking.repository.ts'
import { dayBatch } from './childcare-day.ts'
import { admitFamily } from './family.ts'
import { hasSeatsForAll, type PlacedChild, placeChildren } from './place-children.ts'
import { type BookedChildren, readBookedChildren } from './read-childcare-booking.service.ts'
import { together } from './together.ts'

/**
 * Books a session for children of the viewer's, all of them or none. A seat that is held or offered is the one that is
 * taken. Slots are locked in the order of their ids, by everybody who wants several.
 * Errors: `not_found` (centre), `date_in_past`, `date_too_far`, `unknown_child`, `age_outside_band`, `other_community`,
 * `childcare_not_eligible`, `slot_closed`, `past_cutoff`, `slot_full`, `already_booked`, `booking_overlaps`,
 * `siblings_not_together`, `proxy_power_missing` for an offer, `hold_expired`, `offer_expired`, `booking_changed`.
 */
export const bookChildcare = (
  scheduling: Scheduling,
  viewer: Viewer,
  communityId: string,
  body: NewChildcareBooking,
  write: Write,
): Promise<BookedChildren> => askForChildren(scheduling, viewer, { communityId, body, write, ask: takePlace })

/**
 * Waits for a place, each child in its group. Siblings wait too where there are places, but not for all of them.
 * Errors: those of booking, and `slot_has_seats`.
 */
export const joinChildcareWaitlist = (
  scheduling: Scheduling,
  viewer: Viewer,
  communityId: string,
  body: NewChildcareBooking,
  write: Write,
): Promise<BookedChildren> => askForChildren(scheduling, viewer, { communityId, body, write, ask: waitForPlace })

interface Asked {
  scheduling: Scheduling
  viewer: Viewer
  reason: WaitlistReason
  now: Date
  /** One of the children finds no place. */
  hasTooFewSeats: boolean
}
/** Answers the id of the booking. */
type Ask = (trx: Trx, placed: PlacedChild, asked: Asked) => Promise<string>

interface Request {
  communityId: string
  body: NewChildcareBooking
  write: Write
  ask: Ask
}

const askForChildren = async (
  scheduling: Scheduling,
  viewer: Viewer,
  { communityId, body, write, ask }: Request,
): Promise<BookedChildren> => {
  const now = scheduling.clock.now()
  const at = centreOf(communityOf(scheduling, communityId), body.centreId)
  const refusal = dayRefusal(body.on, at.centre, shanghaiTime(now).date)
  const prepared = refusal ?? (await prepareBatch(scheduling, dayBatch(at, body.on), now))
  // Only the ids are kept for whoever repeats the write: its stored result is not sealed.
  const { ids } = await inTransaction(scheduling.db, now, write, async (trx) => {
    // Refused only here: whoever repeats a write on a later day is answered as before.
    if (typeof prepared === 'string') throw new AppError(prepared)
    const reason = await admitFamily(scheduling, trx, viewer, at, body.on)
    const placed = await placeOwnChildren(scheduling, trx, viewer, at, body)
    const hasTooFewSeats = !hasSeatsForAll(placed)
    const bookingIds = new Map<string, string>()
    for (const one of placed.toSorted((a, b) => (a.slot.id < b.slot.id ? -1 : 1))) {
      const id = await together(one.one, () => ask(trx, one, { scheduling, viewer, reason, now, hasTooFewSeats }))
      await keepNote(scheduling, trx, { id, childId: one.child.id, communityId, body })
      bookingIds.set(one.child.id, id)
    }
    await openBatch(scheduling, trx, prepared, now)
    return { ids: placed.map(({ child }) => bookingIds.get(child.id) ?? '') }
  })
  return readBookedChildren(scheduling, viewer, communityId, ids)
}

const placeOwnChildren = async (
  scheduling: Scheduling,
  trx: Trx,
  { personId: guardianId, language }: Viewer,
  at: PlacedCentre,
  { childIds, on, session }: NewChildcareBooking,
): Promise<PlacedChild[]> => {
  const wanted = [...new Set<string>(childIds)]
  const own = await holdChildren(scheduling, trx, { communityId: at.community.id, guardianId }, wanted)
  const children = wanted.flatMap((id) => own.filter((child) => child.id === id))
  if (children.length < wanted.length) throw new AppError('unknown_child')
  return placeChildren(trx, at, children, { on, session, language })
}

const takePlace: Ask = async (trx, { child, slot }, { scheduling, viewer, now }) => {
  const { personId, actorId } = viewer
  const own = await findOwnBooking(scheduling, trx, addressOf(slot), child.id, now)
  if (own?.state === 'offered' && !reaches(viewer, 'childcare', 'manage')) throw new AppError('proxy_power_missing')
  if (own?.state === 'held' || own?.state === 'offered') {
    const move = own.state === 'held' ? 'confirm' : 'accept'
    await makeBookingMove(scheduling, trx, { communityId: slot.community_id, id: own.id }, { move, actorId, now })
    return own.id
  }
  const asking = { id: uuidv7(), subjectId: child.id, personId, actorId }
  await takeSeat(scheduling, trx, addressOf(slot), asking, { isHeld: false, now })
  return asking.id
}

const waitForPlace: Ask = async (trx, { child, slot }, { scheduling, viewer, reason, now, hasTooFewSeats }) => {
  const asking = { id: uuidv7(), subjectId: child.id, personId: viewer.personId, actorId: viewer.actorId }
  await joinWaitlist(scheduling, trx, addressOf(slot), asking, { reason, now, hasTooFewSeats })
  return asking.id
}

const addressOf = ({ community_id: communityId, id: slotId }: PlacedChild['slot']) => ({ communityId, slotId })

const keepNote = (
  { sealer }: Scheduling,
  trx: Trx,
  { id, childId, communityId, body }: { id: string; childId: string; communityId: string; body: NewChildcareBooking },
): Promise<void> =>
  insertChildcareBooking(trx, {
    community_id: communityId,
    id,
    child_id: childId,
    centre_id: body.centreId,
    sealed_note: body.note ? sealer.seal(body.note, childcareNotePurpose(id)) : null,
  })

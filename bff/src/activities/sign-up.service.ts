import { ACTIVITY_CONSENT_VERSION } from '@little-bench/shared/activities/consent'
import type { activityContract } from '@little-bench/shared/activities/contract'
import { AppError, type ErrorCode } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
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
  type SlotAddress,
  takeSeat,
} from '../scheduling/index.ts'
import { type ActivityDate, activityDateOf } from './activities.ts'
import { dateBatch } from './activity-batch.ts'
import { insertSignUp } from './activity-sign-up.repository.ts'
import { admitParticipant, type Participant } from './participant.ts'
import { readSignUp } from './read-sign-up.service.ts'
import type { SignUpView } from './sign-up.presenter.ts'

type Body = z.output<typeof activityContract.signUpForActivity.body>

/**
 * Signs the viewer up, or a child of theirs with their consent. A seat that is held or offered is the one that is taken.
 * Errors: `not_found`, `date_in_past`, `consent_missing`, `unknown_child`, `activity_not_for_you`, `other_community`,
 * `slot_closed`, `past_cutoff`, `slot_full`, `already_booked`, `booking_overlaps`, `hold_expired`, `offer_expired`,
 * `booking_changed`, `proxy_power_missing` for an offer.
 */
export const signUpForActivity = (
  scheduling: Scheduling,
  viewer: Viewer,
  address: SlotAddress,
  body: Body,
  write: Write,
): Promise<SignUpView> => ask(scheduling, viewer, { address, body, write, take: takePlace })

/** Waits for a place of a full activity. Errors: those of signing up, and `slot_has_seats`. */
export const joinActivityWaitlist = (
  scheduling: Scheduling,
  viewer: Viewer,
  address: SlotAddress,
  body: Body,
  write: Write,
): Promise<SignUpView> => ask(scheduling, viewer, { address, body, write, take: waitForPlace })

interface Asked {
  scheduling: Scheduling
  viewer: Viewer
  address: SlotAddress
  now: Date
}
/** Answers the id of the booking. */
type Take = (trx: Trx, participant: Participant, asked: Asked) => Promise<string>

const ask = async (
  scheduling: Scheduling,
  viewer: Viewer,
  { address, body, write, take }: { address: SlotAddress; body: Body; write: Write; take: Take },
): Promise<SignUpView> => {
  const now = scheduling.clock.now()
  const date = await activityDateOf(scheduling, scheduling.db, address)
  const refusal = refusalOf(date, body, now)
  const prepared = refusal ?? (await prepareBatch(scheduling, dateBatch(date), now))
  // Only the id is kept for whoever repeats the write: its stored result is not sealed.
  const { id } = await inTransaction(scheduling.db, now, write, async (trx) => {
    // Refused only here: whoever repeats a write on a later day is answered as before.
    if (typeof prepared === 'string') throw new AppError(prepared)
    const participant = await admitParticipant(scheduling, trx, viewer, date, body.childId ?? null)
    const bookingId = await take(trx, participant, { scheduling, viewer, address, now })
    await keepConsent(trx, address.communityId, bookingId, participant.childId, now)
    await openBatch(scheduling, trx, prepared, now)
    return { id: bookingId }
  })
  return readSignUp(scheduling, viewer, { communityId: address.communityId, bookingId: id })
}

const refusalOf = ({ slot, activity }: ActivityDate, { consents }: Body, now: Date): ErrorCode | undefined => {
  if (slot.service_on < shanghaiTime(now).date) return 'date_in_past'
  return activity.isForChildren && consents !== true ? 'consent_missing' : undefined
}

const takePlace: Take = async (trx, { subjectId }, { scheduling, viewer, address, now }) => {
  const { personId, actorId } = viewer
  const own = await findOwnBooking(scheduling, trx, address, subjectId, now)
  if (own?.state === 'offered' && !reaches(viewer, 'activities', 'manage')) throw new AppError('proxy_power_missing')
  if (own?.state === 'held' || own?.state === 'offered') {
    const move = own.state === 'held' ? 'confirm' : 'accept'
    await makeBookingMove(scheduling, trx, { communityId: address.communityId, id: own.id }, { move, actorId, now })
    return own.id
  }
  const asking = { id: uuidv7(), subjectId, personId, actorId }
  await takeSeat(scheduling, trx, address, asking, { isHeld: false, now })
  return asking.id
}

const waitForPlace: Take = async (trx, { subjectId, waitlistReason }, { scheduling, viewer, address, now }) => {
  const asking = { id: uuidv7(), subjectId, personId: viewer.personId, actorId: viewer.actorId }
  await joinWaitlist(scheduling, trx, address, asking, { reason: waitlistReason, now })
  return asking.id
}

const keepConsent = (trx: Trx, communityId: string, id: string, childId: string | null, now: Date): Promise<void> =>
  insertSignUp(trx, {
    community_id: communityId,
    id,
    child_id: childId,
    ...(childId !== null && { consent_version: ACTIVITY_CONSENT_VERSION, consented_at: now.toISOString() }),
  })

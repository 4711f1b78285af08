import { inLanguage } from '@little-bench/shared/kernel/language'
import { type Power, PROXY_SERVICE_TEXT } from '@little-bench/shared/people/powers'
import type { Booking } from '@little-bench/shared/scheduling/contract'
import type { SlotService } from '@little-bench/shared/scheduling/slots'
import { positionOf, WAITLIST_TEXT } from '@little-bench/shared/scheduling/waitlist'
import type { z } from 'zod'
import { namesByPersonId } from '../people/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { possibleMoves } from './booking.policy.ts'
import { type BookingWithSlot, listWaitingOfSlots } from './my-bookings.repository.ts'
import type { BookingDescription, Scheduling } from './scheduling.ts'

export type BookingView = z.input<typeof Booking>

/** What the viewer may do for a person in a service. */
export type MayDo = (personId: string, service: SlotService, power: Power) => boolean

/** Bookings as whoever they belong to, or may look at them, sees them; a few look-ups however many they are. */
export const presentBookings = async (
  scheduling: Scheduling,
  viewer: Pick<Viewer, 'actorId' | 'authority' | 'language'>,
  bookings: readonly BookingWithSlot[],
  mayDo: MayDo,
): Promise<BookingView[]> => {
  const waitedFor = bookings.filter(({ state }) => state === 'waitlisted').map(({ slot_id: slotId }) => slotId)
  const [described, waiting, names] = [
    await describe(scheduling, bookings, viewer.language),
    await listWaitingOfSlots(scheduling.db, [...new Set(waitedFor)]),
    await namesByPersonId(
      scheduling,
      bookings.map(({ person_id: personId }) => personId),
    ),
  ]
  const isAtCounter = viewer.authority?.kind === 'assist_session'
  return bookings.map((booking) => {
    const description = described.get(booking.id) ?? undescribed(scheduling, booking)
    return {
      ...presentSlot(scheduling, booking, viewer),
      ...presentDescription(scheduling, description, viewer),
      // Whoever has the code of a child is given the child: staff at the counter do not need it.
      code: isAtCounter && description.childName !== null ? null : description.code,
      forWhom: {
        name: names.get(booking.person_id)?.masked ?? '',
        isYou: booking.person_id === viewer.actorId,
        childName: description.childName,
      },
      waitlist: presentPlace(booking, waiting.get(booking.slot_id) ?? [], viewer),
      ...possibleMoves(
        booking,
        {
          canFile: mayDo(booking.person_id, booking.service, 'file'),
          canManage: mayDo(booking.person_id, booking.service, 'manage'),
        },
        scheduling.clock.now(),
      ),
    }
  })
}

type Speaking = Pick<Viewer, 'language'>

const describe = async (
  { db, services }: Scheduling,
  bookings: readonly BookingWithSlot[],
  language: Viewer['language'],
): Promise<ReadonlyMap<string, BookingDescription>> => {
  const described = new Map<string, BookingDescription>()
  for (const service of new Set(bookings.map((booking) => booking.service))) {
    const own = bookings.filter((booking) => booking.service === service)
    for (const [id, description] of await services.of(service).describe(db, own, language))
      described.set(id, description)
  }
  return described
}

/** A seat that is only held has nothing to say yet but what it is for. */
const undescribed = (
  { config }: Scheduling,
  { community_id: communityId, service }: BookingWithSlot,
): BookingDescription => ({
  title: PROXY_SERVICE_TEXT[service].zh,
  placeName: config().communities.get(communityId)?.name.zh ?? communityId,
  summary: null,
  childName: null,
  code: null,
  queueId: null,
})

const presentSlot = ({ config }: Scheduling, booking: BookingWithSlot, { language }: Speaking) => {
  const community = config().communities.get(booking.community_id)
  return {
    id: booking.id,
    communityId: booking.community_id,
    communityName: community ? inLanguage(community.name, language) : booking.community_id,
    service: booking.service,
    state: booking.state,
    slotId: booking.slot_id,
    on: booking.service_on,
    startsAt: booking.starts_at,
    endsAt: booking.ends_at,
    cutoffAt: booking.cutoff_at,
    expiresAt: booking.expires_at,
  }
}

const presentDescription = (
  { config }: Scheduling,
  { title, placeName, summary, queueId }: BookingDescription,
  { language }: Speaking,
) => {
  const queue = queueId === null ? undefined : config().queues.get(queueId)
  return {
    title,
    placeName,
    summary,
    queue: queue ? { id: queue.id, name: inLanguage(queue.name, language) } : null,
  }
}

const presentPlace = (
  { id, waitlist_reason: reason, state }: BookingWithSlot,
  waiting: Parameters<typeof positionOf>[1],
  { language }: Speaking,
) => {
  const position = state === 'waitlisted' ? positionOf(id, waiting) : undefined
  return position === undefined || reason === null
    ? null
    : { position, reason: inLanguage(WAITLIST_TEXT[reason], language) }
}

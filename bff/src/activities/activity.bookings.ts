import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import { communityOf } from '../communities/index.ts'
import { childrenById } from '../people/index.ts'
import type { Database } from '../platform/db/database.ts'
import {
  type BookingDescription,
  type BookingHandlers,
  type BookingRow,
  describeByCommunity,
  listSlotsByIds,
  type Scheduling,
} from '../scheduling/index.ts'
import { activityOf, activityResources } from './activities.ts'
import { findDateItems } from './activity-batch.ts'
import { admitParticipant } from './participant.ts'
import { tellParticipant } from './tell-participant.ts'

/** What activities do when the engine moves a booking of one. */
export const createActivityBookings = (scheduling: Scheduling): BookingHandlers => ({
  resourcesOf: activityResources,
  async admit(trx, slot, { viewer, childId }) {
    const community = communityOf(scheduling, slot.community_id)
    const activity = activityOf(community, slot)
    if (!activity) throw new AppError('slot_closed')
    return admitParticipant(scheduling, trx, viewer, { community, activity, slot }, childId)
  },
  describe: (db, bookings, language) =>
    describeByCommunity(bookings, (communityId, own) => describeIn(scheduling, db, communityId, own, language)),
  onOffered: (trx, booking, slot) => {
    const details = { untilAt: booking.expires_at ?? slot.cutoff_at }
    return tellParticipant(scheduling, trx, 'seat_offered', { booking, slot }, details)
  },
  onAccepted: async () => undefined,
  async onExpired(trx, booking, slot, { was }) {
    if (was === 'offered') await tellParticipant(scheduling, trx, 'seat_passed_on', { booking, slot })
    if (was === 'waitlisted') await tellParticipant(scheduling, trx, 'wait_ended', { booking, slot })
  },
  onSlotCancelled: (trx, booking, slot) => tellParticipant(scheduling, trx, 'slot_cancelled', { booking, slot }),
  onMissed: async () => undefined,
})

/** Bookings of one community in a few look-ups, however many they are. */
const describeIn = async (
  scheduling: Scheduling,
  db: Database,
  communityId: string,
  bookings: readonly BookingRow[],
  language: Language,
): Promise<[string, BookingDescription][]> => {
  const community = scheduling.config().communities.get(communityId)
  const slots = await listSlotsByIds(
    db,
    communityId,
    bookings.map(({ slot_id: slotId }) => slotId),
  )
  const items = await findDateItems(db, communityId, [...slots.values()])
  const subjectIds = bookings.map(({ subject_id: id }) => id)
  const children = await childrenById(scheduling, db, communityId, subjectIds)
  return bookings.flatMap((booking): [string, BookingDescription][] => {
    const slot = slots.get(booking.slot_id)
    const activity = slot && community && activityOf(community, slot)
    if (!activity) return []
    const description = {
      title: inLanguage(activity.name, language),
      placeName: inLanguage(activity.place.name, language),
      summary: null,
      childName: children.get(booking.subject_id)?.nickname ?? null,
      code: null,
      queueId: items.get(slot.id)?.queueId ?? null,
    }
    return [[booking.id, description]]
  })
}

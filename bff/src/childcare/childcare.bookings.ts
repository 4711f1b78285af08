import { ageBandOn } from '@little-bench/shared/childcare/age-bands'
import { SESSION_TEXT } from '@little-bench/shared/childcare/sessions'
import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import { communityOf } from '../communities/index.ts'
import { childrenById, holdChildren } from '../people/index.ts'
import type { Database } from '../platform/db/database.ts'
import {
  type BookingDescription,
  type BookingHandlers,
  type BookingRow,
  describeByCommunity,
  listSlotsByIds,
  type Scheduling,
} from '../scheduling/index.ts'
import { childcareResources, groupOf } from './centres.ts'
import { placeNames, sessionOf } from './childcare-booking.presenter.ts'
import { findDayItems } from './childcare-day.ts'
import { admitFamily } from './family.ts'
import { codeOf } from './read-childcare-booking.service.ts'
import { tellFamily } from './tell-family.ts'

/** What childcare does when the engine moves a booking of it. */
export const createChildcareBookings = (scheduling: Scheduling): BookingHandlers => ({
  resourcesOf: childcareResources,
  async admit(trx, slot, { viewer, childId }) {
    const community = communityOf(scheduling, slot.community_id)
    const found = groupOf(community, slot.resource_id)
    if (!found) throw new AppError('slot_closed')
    await admitFamily(scheduling, trx, viewer, { community, centre: found.centre }, slot.service_on)
    const address = { communityId: community.id, guardianId: viewer.personId }
    const [child] = childId === null ? [] : await holdChildren(scheduling, trx, address, [childId])
    if (!child) throw new AppError('unknown_child')
    if (ageBandOn(child.bornOn, slot.service_on)?.id !== found.group.bandId) throw new AppError('age_outside_band')
    return { subjectId: child.id }
  },
  describe: (db, bookings, language) =>
    describeByCommunity(bookings, (communityId, own) => describeIn(scheduling, db, communityId, own, language)),
  onOffered: (trx, booking, slot) =>
    tellFamily(scheduling, trx, 'seat_offered', { booking, slot }, { untilAt: booking.expires_at ?? slot.cutoff_at }),
  /** Errors: `unknown_child`, `age_outside_band` when the month of birth was corrected meanwhile. */
  async onAccepted(trx, booking, slot) {
    const found = groupOf(communityOf(scheduling, slot.community_id), slot.resource_id)
    const address = { communityId: slot.community_id, guardianId: booking.person_id }
    const [child] = await holdChildren(scheduling, trx, address, [booking.subject_id])
    if (!child) throw new AppError('unknown_child')
    if (ageBandOn(child.bornOn, slot.service_on)?.id !== found?.group.bandId) throw new AppError('age_outside_band')
  },
  async onExpired(trx, booking, slot, { was }) {
    if (was === 'offered') await tellFamily(scheduling, trx, 'seat_passed_on', { booking, slot })
    if (was === 'waitlisted') await tellFamily(scheduling, trx, 'wait_ended', { booking, slot })
  },
  onSlotCancelled: (trx, booking, slot) => tellFamily(scheduling, trx, 'slot_cancelled', { booking, slot }),
  // Whoever did not come knows it; that nobody came for a child is told by another job.
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
  if (!community) return []
  const slots = await listSlotsByIds(
    db,
    communityId,
    bookings.map(({ slot_id: slotId }) => slotId),
  )
  const days = [...slots.values()].flatMap((slot) => {
    const found = groupOf(community, slot.resource_id)
    return found ? [{ centre: found.centre, on: slot.service_on }] : []
  })
  const items = await findDayItems(db, communityId, days)
  const children = await childrenById(
    scheduling,
    db,
    communityId,
    bookings.map(({ subject_id: childId }) => childId),
  )
  return bookings.flatMap((booking): [string, BookingDescription][] => {
    const slot = slots.get(booking.slot_id)
    if (slot?.service !== 'childcare') return []
    const { centreId, centreName, groupName } = placeNames(community, slot, language)
    const item = items.find(({ resourceId, on }) => resourceId === centreId && on === slot.service_on)
    const description = {
      title: inLanguage(SESSION_TEXT[sessionOf(slot)], language),
      placeName: centreName,
      summary: groupName,
      childName: children.get(booking.subject_id)?.nickname ?? '',
      code: codeOf(scheduling, booking, slot),
      queueId: item?.queueId ?? null,
    }
    return [[booking.id, description]]
  })
}

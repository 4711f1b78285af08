import type { Activity, activityContract } from '@little-bench/shared/activities/contract'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import { addDays, shanghaiTime } from '@little-bench/shared/kernel/time'
import type { z } from 'zod'
import { communityOf } from '../communities/index.ts'
import { childrenOf } from '../people/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import {
  type BookingRow,
  countWaiting,
  listLiveBookingsOf,
  listSlots,
  presentSlotFields,
  type Scheduling,
} from '../scheduling/index.ts'
import { activityOf } from './activities.ts'

type Query = z.output<typeof activityContract.listActivities.query>

/** Dates of activities in the order in which they begin, with what the viewer and their children have of them. */
export const listActivities = async (
  scheduling: Scheduling,
  { viewer, language }: { viewer: Viewer | null; language: Language },
  communityId: string,
  { on, days }: Query,
): Promise<z.input<typeof Activity>[]> => {
  const community = communityOf(scheduling, communityId)
  const now = scheduling.clock.now()
  const from = on ?? shanghaiTime(now).date
  const ids = community.activities.map(({ id }) => id)
  const slots = await listSlots(scheduling.db, communityId, ids, { from, to: addDays(from, days - 1) })
  const slotIds = slots.map(({ id }) => id)
  const waiting = await countWaiting(scheduling.db, communityId, slotIds)
  const own = viewer ? await bookingsOf(scheduling, viewer, communityId, slotIds) : []
  return slots.flatMap((slot) => {
    const activity = activityOf(community, slot)
    if (!activity) return []
    const { place } = activity
    return {
      ...presentSlotFields(slot, waiting.get(slot.id) ?? 0, now),
      activityId: activity.id,
      name: inLanguage(activity.name, language),
      about: inLanguage(activity.about, language),
      place: {
        name: inLanguage(place.name, language),
        address: inLanguage(place.address, language),
        phone: place.phone,
      },
      fromYears: activity.fromYears,
      belowYears: activity.belowYears,
      isForChildren: activity.isForChildren,
      isDemo: activity.demo,
      yours: own
        .filter(({ slot_id: slotId }) => slotId === slot.id)
        .map(({ id, subject_id: subjectId, person_id: personId, state }) => ({
          bookingId: id,
          childId: subjectId === personId ? null : subjectId,
          state,
        })),
    }
  })
}

const bookingsOf = async (
  scheduling: Scheduling,
  { personId }: Viewer,
  communityId: string,
  slotIds: readonly string[],
): Promise<BookingRow[]> => {
  const children = await childrenOf(scheduling, scheduling.db, communityId, personId)
  const bookings: BookingRow[] = []
  for (const subjectId of [personId, ...children.map(({ id }) => id)]) {
    bookings.push(...(await listLiveBookingsOf(scheduling.db, { communityId, subjectId }, slotIds)).values())
  }
  return bookings
}

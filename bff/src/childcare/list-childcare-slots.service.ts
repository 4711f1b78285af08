import { ageBandOn } from '@little-bench/shared/childcare/age-bands'
import type { ChildcareSlot, childcareContract } from '@little-bench/shared/childcare/contract'
import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import { addDays, shanghaiTime } from '@little-bench/shared/kernel/time'
import type { z } from 'zod'
import { communityOf } from '../communities/index.ts'
import { childrenOf, type OpenedChild } from '../people/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import {
  type BookingRow,
  countWaiting,
  listLiveBookingsOf,
  listSlots,
  presentSlotFields,
  type Scheduling,
} from '../scheduling/index.ts'
import { groupOf } from './centres.ts'
import { sessionOf } from './childcare-booking.presenter.ts'

type Query = z.output<typeof childcareContract.listChildcareSlots.query>
type SlotView = z.input<typeof ChildcareSlot>

interface Reader {
  viewer: Viewer | null
  language: Language
}

/**
 * Places of some days by centre and group, in the order in which they begin; with the viewer's children where they fit.
 * Errors: `not_found` (community), `unauthenticated` when the children of nobody are asked about.
 */
export const listChildcareSlots = async (
  scheduling: Scheduling,
  { viewer, language }: Reader,
  communityId: string,
  { on, days, centreId, forMyChildren }: Query,
): Promise<SlotView[]> => {
  if (forMyChildren === 'yes' && viewer === null) throw new AppError('unauthenticated')
  const community = communityOf(scheduling, communityId)
  const now = scheduling.clock.now()
  const from = on ?? shanghaiTime(now).date
  const centres = community.childcareCentres.filter(({ id }) => centreId === undefined || id === centreId)
  const groupIds = centres.flatMap(({ groups }) => groups.map(({ id }) => id))
  const slots = await listSlots(scheduling.db, communityId, groupIds, { from, to: addDays(from, days - 1) })
  const slotIds = slots.map(({ id }) => id)
  const waiting = await countWaiting(scheduling.db, communityId, slotIds)
  const children = viewer ? await childrenOf(scheduling, scheduling.db, communityId, viewer.personId) : []
  const own = await bookingsOf(scheduling, communityId, children, slotIds)
  return slots.flatMap((slot) => {
    const found = groupOf(community, slot.resource_id)
    if (!found) return []
    const { centre, group } = found
    const fitting = children.filter(({ bornOn }) => ageBandOn(bornOn, slot.service_on)?.id === group.bandId)
    if (forMyChildren === 'yes' && fitting.length === 0) return []
    return {
      ...presentSlotFields(slot, waiting.get(slot.id) ?? 0, now),
      centreId: centre.id,
      groupId: group.id,
      groupName: inLanguage(group.name, language),
      bandId: group.bandId,
      session: sessionOf(slot),
      children: fitting.map(({ id: childId }) => {
        const booking = own.get(childId)?.get(slot.id)
        return { childId, bookingId: booking?.id ?? null, state: booking?.state ?? null }
      }),
    }
  })
}

const bookingsOf = async (
  { db }: Scheduling,
  communityId: string,
  children: readonly OpenedChild[],
  slotIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, BookingRow>>> => {
  const byChild = new Map<string, ReadonlyMap<string, BookingRow>>()
  for (const { id } of children) {
    byChild.set(id, await listLiveBookingsOf(db, { communityId, subjectId: id }, slotIds))
  }
  return byChild
}

import type { CommunityConfig, LoadedConfig } from '@little-bench/config/model'
import type { ChildcareBooking } from '@little-bench/shared/childcare/contract'
import { CHILDCARE_SESSIONS, type ChildcareSession, SESSION_TEXT } from '@little-bench/shared/childcare/sessions'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import { WAITLIST_TEXT, type WaitlistReason } from '@little-bench/shared/scheduling/waitlist'
import type { z } from 'zod'
import type { OpenedChild } from '../people/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type BookingRow, canGiveUp, type SlotRow } from '../scheduling/index.ts'
import { groupOf } from './centres.ts'
import { canReportAbsence } from './childcare.policy.ts'
import type { ChildcareRow } from './childcare-booking.repository.ts'

export type ChildcareBookingView = z.input<typeof ChildcareBooking>

/** Everything that is known of a booking. */
export interface KnownBooking {
  booking: BookingRow
  slot: SlotRow
  /** Undefined while a seat is only held. */
  row: ChildcareRow | undefined
  /** Undefined once it was removed. */
  child: OpenedChild | undefined
  queueId: string
  place: { position: number; reason: WaitlistReason } | undefined
  pickUpCode: string | null
}

export const sessionOf = ({ kind }: Pick<SlotRow, 'kind'>): ChildcareSession =>
  CHILDCARE_SESSIONS.find((session) => session === kind) ?? 'full_day'

/** Where a booking is, in words; a group that the configuration no longer has goes by its id. */
export const placeNames = (community: CommunityConfig, slot: SlotRow, language: Language) => {
  const found = groupOf(community, slot.resource_id)
  return {
    centreId: found?.centre.id ?? slot.resource_id,
    centreName: found ? inLanguage(found.centre.name, language) : slot.resource_id,
    groupName: found ? inLanguage(found.group.name, language) : slot.resource_id,
  }
}

/** 「托育中心 · 全天」: what notices call it, without a child's name. */
export const titleOf = (community: CommunityConfig, slot: SlotRow): string =>
  `${placeNames(community, slot, 'zh').centreName}${SESSION_TEXT[sessionOf(slot)].zh}`

/** Who fetched a child as the family wrote them down; null while it is there, `holder` for the holder of the account. */
export const pickedUpBy = (
  row: ChildcareRow | undefined,
  child: OpenedChild | undefined,
  holder: string,
): string | null => {
  if (!row?.picked_up_at) return null
  return row.pick_up_id === null ? holder : (child?.pickUps.find(({ id }) => id === row.pick_up_id)?.name ?? '')
}

/** A booking as the family sees it. */
export const presentChildcareBooking = (
  { booking, slot, row, child, queueId, place, pickUpCode }: KnownBooking,
  { community, config, viewer, now }: { community: CommunityConfig; config: LoadedConfig; viewer: Viewer; now: Date },
): ChildcareBookingView => {
  const queue = config.queues.get(queueId)
  return {
    id: booking.id,
    communityId: booking.community_id,
    ...placeNames(community, slot, viewer.language),
    session: sessionOf(slot),
    on: slot.service_on,
    startsAt: slot.starts_at,
    endsAt: slot.ends_at,
    cutoffAt: slot.cutoff_at,
    state: booking.state,
    childId: booking.subject_id,
    childName: child?.nickname ?? '',
    queue: { id: queueId, name: queue ? inLanguage(queue.name, viewer.language) : queueId },
    pickUpCode,
    waitlist: place
      ? { position: place.position, reason: inLanguage(WAITLIST_TEXT[place.reason], viewer.language) }
      : null,
    expiresAt: booking.expires_at,
    absence: row?.absence ?? null,
    arrivedAt: row?.arrived_at ?? null,
    pickedUpAt: row?.picked_up_at ?? null,
    pickedUpBy: pickedUpBy(row, child, viewer.name),
    canCancel: canGiveUp(booking.state, slot, viewer, now),
    canReportAbsence: canReportAbsence(booking.state, slot, viewer, now),
  }
}

import type { CommunityConfig, LoadedConfig } from '@little-bench/config/model'
import type { ActivitySignUp } from '@little-bench/shared/activities/contract'
import { inLanguage } from '@little-bench/shared/kernel/language'
import { WAITLIST_TEXT } from '@little-bench/shared/scheduling/waitlist'
import type { z } from 'zod'
import type { Viewer } from '../platform/http/viewer.ts'
import { type BookingRow, canGiveUp, type SlotRow } from '../scheduling/index.ts'
import { activityOf } from './activities.ts'

export type SignUpView = z.input<typeof ActivitySignUp>

/** Everything that is known of a sign-up. */
export interface KnownSignUp {
  booking: BookingRow
  slot: SlotRow
  childName: string | null
  queueId: string
  /** 1 for whoever is next; undefined for who does not wait. */
  position: number | undefined
}

/** A sign-up as whoever made it sees it. */
export const presentSignUp = (
  { booking, slot, childName, queueId, position }: KnownSignUp,
  { community, config, viewer, now }: { community: CommunityConfig; config: LoadedConfig; viewer: Viewer; now: Date },
): SignUpView => {
  const { language } = viewer
  const activity = activityOf(community, slot)
  const queue = config.queues.get(queueId)
  const reason = booking.waitlist_reason
  return {
    id: booking.id,
    communityId: booking.community_id,
    slotId: slot.id,
    name: activity ? inLanguage(activity.name, language) : slot.resource_id,
    on: slot.service_on,
    startsAt: slot.starts_at,
    endsAt: slot.ends_at,
    cutoffAt: slot.cutoff_at,
    state: booking.state,
    childId: booking.subject_id === booking.person_id ? null : booking.subject_id,
    childName,
    queue: { id: queueId, name: queue ? inLanguage(queue.name, language) : queueId },
    waitlist: position && reason ? { position, reason: inLanguage(WAITLIST_TEXT[reason], language) } : null,
    expiresAt: booking.expires_at,
    canCancel: canGiveUp(booking.state, slot, viewer, now),
  }
}

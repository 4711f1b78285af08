import type { Notice } from '@little-bench/shared/notifications/notices'
import { afterQuietHours } from '@little-bench/shared/notifications/quiet-hours'
import { mayActFor } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import type { BookingRow } from './booking.repository.ts'
import type { Scheduling } from './scheduling.ts'
import type { SlotRow } from './slot.repository.ts'

/** Nobody did it but a time or somebody else's change of mind: nobody is woken for it. */
const SYSTEMS_OWN: readonly Notice[] = [
  'seat_offered',
  'seat_passed_on',
  'wait_ended',
  'standing_order_made',
  'standing_order_waiting',
  'standing_order_failed',
]

interface BookingNotice {
  kind: Notice
  /** Without free text of a person, and without a child's name. */
  details: Record<string, string>
  isConfidential?: boolean
}

/**
 * Tells of a booking whoever it belongs to, and whoever made it for them as long as they may still look at it; what the
 * system alone has to say waits for the morning.
 */
export const tellOfBooking = async (
  scheduling: Scheduling,
  trx: Trx,
  { booking, slot }: { booking: BookingRow; slot: SlotRow },
  { kind, ...notice }: BookingNotice,
): Promise<void> => {
  const notBefore = tellFrom(scheduling, { kind, expiresAt: booking.expires_at })
  for (const personId of await ownerAndFiler(scheduling, trx, booking, slot)) {
    await scheduling.notifications.notify(trx, {
      ...notice,
      kind,
      personId,
      communityId: booking.community_id,
      workItemId: null,
      subjectId: booking.id,
      ...(notBefore && { notBefore }),
    })
  }
}

/** Not before the morning; undefined for at once, also when the morning would be too late to answer. */
export const tellFrom = (
  { clock, config }: Pick<Scheduling, 'clock' | 'config'>,
  { kind, expiresAt = null }: { kind: Notice; expiresAt?: string | null },
): Date | undefined => {
  if (!SYSTEMS_OWN.includes(kind)) return undefined
  const morning = afterQuietHours(clock.now(), config().quietHours)
  return expiresAt !== null && morning >= new Date(expiresAt) ? undefined : morning
}

const ownerAndFiler = async (
  scheduling: Scheduling,
  trx: Trx,
  { person_id: ownerId, filed_by_id: filerId }: BookingRow,
  { service }: SlotRow,
): Promise<string[]> => {
  if (filerId === null) return [ownerId]
  const mayKnow = await mayActFor({ ...scheduling, db: trx }, filerId, ownerId, { service, power: 'read' })
  return mayKnow ? [ownerId, filerId] : [ownerId]
}

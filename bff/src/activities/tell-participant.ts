import type { Notice } from '@little-bench/shared/notifications/notices'
import { communityOf } from '../communities/index.ts'
import type { Trx } from '../platform/db/database.ts'
import type { BookingRow, Scheduling, SlotRow } from '../scheduling/index.ts'
import { activityOf } from './activities.ts'

/** Tells whoever signed up: the activity and its day, never the name of a child. */
export const tellParticipant = (
  scheduling: Scheduling,
  trx: Trx,
  kind: Notice,
  { booking, slot }: { booking: BookingRow; slot: SlotRow },
  details: Record<string, string> = {},
): Promise<void> => {
  const name = activityOf(communityOf(scheduling, slot.community_id), slot)?.name.zh ?? slot.resource_id
  return scheduling.notifications.notify(trx, {
    kind,
    personId: booking.person_id,
    communityId: booking.community_id,
    workItemId: null,
    subjectId: booking.id,
    details: { title: `${name} ${slot.service_on}`, ...details },
  })
}

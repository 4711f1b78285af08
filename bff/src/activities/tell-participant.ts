import type { Notice } from '@little-bench/shared/notifications/notices'
import { communityOf } from '../communities/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { type BookingRow, type Scheduling, type SlotRow, tellOfBooking } from '../scheduling/index.ts'
import { activityOf } from './activities.ts'

/** Tells of a sign-up whose it is: the activity and its day, never the name of a child. */
export const tellParticipant = (
  scheduling: Scheduling,
  trx: Trx,
  kind: Notice,
  { booking, slot }: { booking: BookingRow; slot: SlotRow },
  details: Record<string, string> = {},
): Promise<void> => {
  const name = activityOf(communityOf(scheduling, slot.community_id), slot)?.name.zh ?? slot.resource_id
  const title = `${name} ${slot.service_on}`
  return tellOfBooking(scheduling, trx, { booking, slot }, { kind, details: { title, ...details } })
}

import type { Notice } from '@little-bench/shared/notifications/notices'
import { communityOf } from '../communities/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { type BookingRow, type Scheduling, type SlotRow, tellOfBooking } from '../scheduling/index.ts'
import { titleOf } from './childcare-booking.presenter.ts'

/** Tells of a booking whose it is: the centre and the session, never the name of a child. */
export const tellFamily = (
  scheduling: Scheduling,
  trx: Trx,
  kind: Notice,
  { booking, slot }: { booking: BookingRow; slot: SlotRow },
  details: Record<string, string> = {},
): Promise<void> => {
  const title = `${titleOf(communityOf(scheduling, slot.community_id), slot)} ${slot.service_on}`
  return tellOfBooking(
    scheduling,
    trx,
    { booking, slot },
    { kind, isConfidential: true, details: { title, ...details } },
  )
}

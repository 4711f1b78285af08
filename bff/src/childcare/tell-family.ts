import type { Notice } from '@little-bench/shared/notifications/notices'
import { communityOf } from '../communities/index.ts'
import type { Trx } from '../platform/db/database.ts'
import type { BookingRow, Scheduling, SlotRow } from '../scheduling/index.ts'
import { titleOf } from './childcare-booking.presenter.ts'

/** Tells the holder of the account of a booking: the centre and the session, never the name of a child. */
export const tellFamily = (
  scheduling: Scheduling,
  trx: Trx,
  kind: Notice,
  { booking, slot }: { booking: BookingRow; slot: SlotRow },
  details: Record<string, string> = {},
): Promise<void> =>
  scheduling.notifications.notify(trx, {
    kind,
    personId: booking.person_id,
    communityId: booking.community_id,
    workItemId: null,
    subjectId: booking.id,
    isConfidential: true,
    details: { title: `${titleOf(communityOf(scheduling, slot.community_id), slot)} ${slot.service_on}`, ...details },
  })

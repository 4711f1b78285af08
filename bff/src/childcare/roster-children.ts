import type { ChildReadReason } from '@little-bench/shared/people/children'
import { childcareNotePurpose, childrenById, contactsByPersonId, recordChildReads } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import type { BookingRow, Scheduling, SlotRow } from '../scheduling/index.ts'
import { listChildcareRows } from './childcare-booking.repository.ts'
import type { OnRoster } from './roster-child.presenter.ts'

/** Who reads of children of one day, and for what. */
export interface RosterReader {
  communityId: string
  readerId: string
  reason: ChildReadReason
  on: string
  now: Date
}

/** Opens what is known of booked children, and leaves a line for each in the same transaction. */
export const openRosterChildren = async (
  scheduling: Scheduling,
  trx: Trx,
  booked: readonly { booking: BookingRow; slot: SlotRow }[],
  { communityId, readerId, reason, on, now }: RosterReader,
): Promise<OnRoster[]> => {
  const rows = await listChildcareRows(
    trx,
    communityId,
    booked.map(({ booking }) => booking.id),
  )
  const childIds = booked.map(({ booking }) => booking.subject_id)
  const children = await childrenById(scheduling, trx, communityId, childIds)
  await recordChildReads(trx, { communityId, readerId, reason, on }, childIds, now)
  const holders = await contactsByPersonId(
    { ...scheduling, db: trx },
    booked.map(({ booking }) => booking.person_id),
  )
  return booked.map(({ booking, slot }) => {
    const row = rows.get(booking.id)
    const sealed = row?.sealed_note
    return {
      booking,
      slot,
      row,
      child: children.get(booking.subject_id),
      note: sealed ? scheduling.sealer.open(sealed, childcareNotePurpose(booking.id)) : null,
      holder: holders.get(booking.person_id) ?? { name: '', phone: null },
    }
  })
}

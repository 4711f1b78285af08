import { LIVE_STATES } from '@little-bench/shared/scheduling/bookings'
import type { SlotService } from '@little-bench/shared/scheduling/slots'
import { sql, type Updateable } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { Slot } from '../platform/db/tables.generated.ts'
import { lockSlotById, type SlotAddress, type SlotRow } from './slot.repository.ts'

/** What a plan has made of a service's days from `from` on. */
export const listSlotsOfPlan = (
  db: DbOf<'slot'>,
  { communityId, service, from }: { communityId: string; service: SlotService; from: string },
): Promise<SlotRow[]> =>
  tables(db)
    .selectFrom('slot')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('service', '=', service)
    .where('service_on', '>=', from)
    .where('planned_as', 'is not', null)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()

/** False when somebody has a seat of it or waits for one: then it stays as it is. */
export const changePlannedSlot = async (trx: Trx, address: SlotAddress, change: Updateable<Slot>): Promise<boolean> => {
  // A statement of its own: the next one sees what was booked while it waited for the lock.
  await lockSlotById(trx, address)
  const changed = await tables<'slot' | 'booking'>(trx)
    .updateTable('slot')
    .set(change)
    .where('community_id', '=', address.communityId)
    .where('id', '=', address.slotId)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('booking')
            .select('booking.id')
            .where('booking.community_id', '=', address.communityId)
            .where('booking.slot_id', '=', address.slotId)
            .where('booking.state', '=', sql<(typeof LIVE_STATES)[number]>`any(${sql.val([...LIVE_STATES])}::text[])`),
        ),
      ),
    )
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

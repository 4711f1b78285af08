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

/** A slot that follows its plan from now on, and whether somebody has a seat of it or waits for one. */
type Change = (slot: SlotRow, isBooked: boolean) => Updateable<Slot>

/** Whether nobody has booked it; whoever books meanwhile waits. */
export const changePlannedSlot = async (trx: Trx, address: SlotAddress, change: Change): Promise<boolean> => {
  const slot = await lockSlotById(trx, address)
  if (!slot) return true
  // A statement of its own: it sees what was booked while the first one waited for the lock.
  const booked = await tables<'booking'>(trx)
    .selectFrom('booking')
    .select('id')
    .where('community_id', '=', address.communityId)
    .where('slot_id', '=', address.slotId)
    .where('state', '=', sql<(typeof LIVE_STATES)[number]>`any(${sql.val([...LIVE_STATES])}::text[])`)
    .limit(1)
    .executeTakeFirst()
  await tables<'slot'>(trx)
    .updateTable('slot')
    .set(change(slot, booked !== undefined))
    .where('community_id', '=', address.communityId)
    .where('id', '=', address.slotId)
    .execute()
  return booked === undefined
}

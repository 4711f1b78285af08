import type { CanteenConfig } from '@little-bench/config/model'
import { addDays, instantOf, shanghaiTime } from '@little-bench/shared/kernel/time'
import { v7 as uuidv7 } from 'uuid'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { listSlots, lockSlotById, type Scheduling, type SlotRow } from '../scheduling/index.ts'
import { insertDishes, listDishes } from './dish.repository.ts'

const weekdayOf = ({ service_on: on }: SlotRow): number => shanghaiTime(instantOf(on, 0)).weekday

const menuFor = ({ demoMenus }: CanteenConfig, slot: SlotRow) =>
  demoMenus.find(
    ({ weekdays, sittings }) => weekdays.includes(weekdayOf(slot)) && sittings.some((kind) => kind === slot.kind),
  )?.dishes ?? []

/** Writes the menus of the configuration into sittings that have none; what a kitchen wrote stays. */
export const loadDemoMenus = async (scheduling: Scheduling): Promise<void> => {
  const now = scheduling.clock.now()
  const from = shanghaiTime(now).date
  for (const { id: communityId, canteens } of scheduling.config().communities.values()) {
    for (const canteen of canteens) {
      const slots = await listSlots(scheduling.db, communityId, [canteen.id], {
        from,
        to: addDays(from, canteen.daysAhead),
      })
      for (const slot of slots) await writeMenu(scheduling, canteen, slot, now)
    }
  }
}

const writeMenu = async (scheduling: Scheduling, canteen: CanteenConfig, slot: SlotRow, now: Date): Promise<void> => {
  const { community_id: communityId, id: slotId } = slot
  const dishes = menuFor(canteen, slot)
  if (dishes.length === 0 || (await listDishes(scheduling.db, communityId, [slotId])).length > 0) return
  await inTransaction(scheduling.db, now, PLAIN_WRITE, async (trx) => {
    await lockSlotById(trx, { communityId, slotId })
    if ((await listDishes(trx, communityId, [slotId])).length > 0) return
    await insertDishes(
      trx,
      dishes.map(({ name, tags, priceCents, portions }, position) => ({
        community_id: communityId,
        id: uuidv7(),
        slot_id: slotId,
        position,
        name: JSON.stringify(name),
        tags: [...tags],
        price_cents: priceCents,
        portions,
      })),
    )
  })
}

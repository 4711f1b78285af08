import type { NewDish } from '@little-bench/shared/canteen/kitchen.contract'
import type { Sitting } from '@little-bench/shared/canteen/meals'
import { isOtherDish } from '@little-bench/shared/canteen/other-dish'
import { AppError } from '@little-bench/shared/kernel/errors'
import { type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { listSlots, lockSlotById, type Scheduling, type SlotAddress } from '../scheduling/index.ts'
import type { SittingView } from './canteen.presenter.ts'
import { deleteUnorderedDishes, insertDishes, listDishes, updateDish } from './dish.repository.ts'
import { servedCanteen } from './kitchen-access.ts'
import { viewSittings } from './list-sittings.service.ts'

interface MenuAddress {
  communityId: string
  canteenId: string
  on: ServiceDate
  sitting: Sitting
}

/**
 * Writes the menu of a sitting: dishes that it has by their id, the others are new, so that a menu of another day can be
 * sent again without its ids. What was ordered keeps its name and price.
 * Errors: `not_found`, `date_in_past`, `slot_closed`, `unknown_dish`, `dish_ordered` also when it would become another dish,
 * `portions_below_ordered`.
 */
export const saveMenu = async (
  scheduling: Scheduling,
  viewer: Viewer,
  { communityId, canteenId, on, sitting }: MenuAddress,
  dishes: readonly NewDish[],
  write: Write,
): Promise<SittingView> => {
  const canteen = servedCanteen(scheduling, viewer, { communityId, canteenId })
  const now = scheduling.clock.now()
  const find = async () =>
    (await listSlots(scheduling.db, communityId, [canteen.id], { from: on, to: on })).find(
      ({ kind }) => kind === sitting,
    )
  const slotId = (await find())?.id
  await inTransaction(scheduling.db, now, write, async (trx) => {
    if (on < shanghaiTime(now).date) throw new AppError('date_in_past')
    const slot = slotId === undefined ? undefined : await lockSlotById(trx, { communityId, slotId })
    if (!slot?.is_open) throw new AppError('slot_closed')
    await writeDishes(trx, { communityId, slotId: slot.id }, dishes)
    return { isSaved: true }
  })
  const saved = await find()
  const [view] = await viewSittings(scheduling, viewer, viewer.language, communityId, saved ? [saved] : [])
  if (!view) throw new AppError('not_found')
  return view
}

/** The transaction holds the slot. */
const writeDishes = async (trx: Trx, address: SlotAddress, dishes: readonly NewDish[]): Promise<void> => {
  const { communityId, slotId } = address
  const before = new Map((await listDishes(trx, communityId, [slotId])).map((dish) => [dish.id, dish]))
  const kept = dishes.flatMap(({ id }) => id ?? [])
  if (kept.some((id) => !before.has(id)) || new Set(kept).size !== kept.length) throw new AppError('unknown_dish')
  const gone = [...before.keys()].filter((id) => !kept.some((one) => one === id))
  if ((await deleteUnorderedDishes(trx, communityId, gone)) < gone.length) throw new AppError('dish_ordered')
  for (const [position, { id, name, tags, priceCents, portions }] of dishes.entries()) {
    const change = { position, name: JSON.stringify(name), tags, price_cents: priceCents, portions }
    if (id === undefined) {
      await insertDishes(trx, [{ ...change, community_id: communityId, id: uuidv7(), slot_id: slotId }])
      continue
    }
    const dish = before.get(id)
    if (dish && dish.ordered > 0 && isOtherDish(dish, { name, tags })) throw new AppError('dish_ordered')
    if (!(await updateDish(trx, { communityId, id }, change))) throw new AppError('portions_below_ordered')
  }
}

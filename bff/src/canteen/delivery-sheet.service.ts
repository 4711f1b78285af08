import type { DeliverySheet } from '@little-bench/shared/canteen/kitchen.contract'
import { inLanguage } from '@little-bench/shared/kernel/language'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { z } from 'zod'
import { recordReads } from '../people/index.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Scheduling, SlotAddress } from '../scheduling/index.ts'
import { namesEaters } from './canteen.policy.ts'
import { presentKitchenOrder } from './kitchen.presenter.ts'
import { servedSitting } from './kitchen-access.ts'
import { presentBatch } from './kitchen-sheet.service.ts'
import { findMealBatch } from './meal-batches.ts'
import { placeNameOf } from './meal-order.presenter.ts'
import type { MealSlot } from './meal-slot.ts'
import { openOrNull } from './sealed-meal.ts'
import { isCooked, listKitchenOrders, type SheetOrder } from './sheet-orders.ts'

type SheetView = z.input<typeof DeliverySheet>

/**
 * The round of a sitting, in the days around it. Doors and telephones are shown on the day itself, and each such read leaves a line for each person;
 * when it cannot be written, the read fails. Errors: `not_found`, also for a sitting that somebody else serves.
 */
export const readDeliverySheet = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: SlotAddress,
): Promise<SheetView> => {
  const meal = await servedSitting(scheduling, viewer, address)
  const now = scheduling.clock.now()
  const today = shanghaiTime(now).date
  const isToday = meal.slot.service_on === today
  const orders = namesEaters(meal.slot.service_on, today) ? await listDeliveries(scheduling, address) : []
  const batch = await findMealBatch(scheduling.db, meal, 'delivery_run')
  if (isToday && orders.length > 0) {
    const reading = { communityId: address.communityId, readerId: viewer.personId, what: 'delivery_sheet' } as const
    const people = [...new Set(orders.map(({ order }) => order.person_id))]
    await inTransaction(scheduling.db, now, PLAIN_WRITE, (trx) => recordReads(trx, reading, people, now))
  }
  return {
    slotId: meal.slot.id,
    canteenName: inLanguage(meal.canteen.name, viewer.language),
    sitting: meal.sitting,
    on: meal.slot.service_on,
    startsAt: meal.slot.starts_at,
    workItem: presentBatch(batch),
    courtyards: roundOf(scheduling, meal, orders, { language: viewer.language, isToday }),
    at: now.toISOString(),
  }
}

const listDeliveries = async (scheduling: Scheduling, address: SlotAddress): Promise<SheetOrder[]> =>
  (await listKitchenOrders(scheduling, address)).filter((one) => isCooked(one) && one.order.fulfilment === 'delivery')

interface Shown {
  language: Viewer['language']
  isToday: boolean
}

/** By grid cell, then by courtyard, as the map has them; a courtyard that the map has no more comes last. */
const roundOf = (
  scheduling: Scheduling,
  meal: MealSlot,
  orders: readonly SheetOrder[],
  { language, isToday }: Shown,
): SheetView['courtyards'] => {
  const stops = meal.community.gridCells.flatMap((cell) => cell.places.map(({ id }) => ({ placeId: id, cell })))
  const known = new Set(stops.map(({ placeId }) => placeId))
  const gone = [...new Set(orders.flatMap(({ order }) => order.place_id ?? []))].filter((id) => !known.has(id))
  return [...stops, ...gone.map((placeId) => ({ placeId, cell: null }))].flatMap(({ placeId, cell }) => {
    const here = orders.filter(({ order }) => order.place_id === placeId)
    if (here.length === 0) return []
    return [
      {
        placeName: placeNameOf({ place_id: placeId }, meal, language) ?? '',
        gridCellName: cell && inLanguage(cell.name, language),
        orders: here.map((one) => ({
          ...presentKitchenOrder(one, scheduling, language),
          door: isToday
            ? openOrNull(scheduling.sealer, one.order.sealed_door, ['meal_order', one.order.id, 'door'])
            : null,
          phone: isToday ? one.phone : null,
        })),
      },
    ]
  })
}

import type { KitchenSheet } from '@little-bench/shared/canteen/kitchen.contract'
import { DISH_TAGS, FULFILMENTS } from '@little-bench/shared/canteen/meals'
import { inLanguage } from '@little-bench/shared/kernel/language'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { z } from 'zod'
import type { Viewer } from '../platform/http/viewer.ts'
import { type BatchItem, countWaiting, type Scheduling, type SlotAddress } from '../scheduling/index.ts'
import { namesEaters } from './canteen.policy.ts'
import { type DishRow, listDishes } from './dish.repository.ts'
import { presentKitchenOrder } from './kitchen.presenter.ts'
import { servedSitting } from './kitchen-access.ts'
import { findMealBatch } from './meal-batches.ts'
import { isCooked, isRefund, listKitchenOrders, type SheetOrder } from './sheet-orders.ts'

type SheetView = z.input<typeof KitchenSheet>

export const presentBatch = (item: BatchItem | undefined): SheetView['workItem'] =>
  item ? { id: item.workItemId, state: item.state, receiptNumber: item.receiptNumber } : null

/**
 * What to cook, and in the days around it for whom. Errors: `not_found`, also for a sitting that somebody else serves.
 */
export const readKitchenSheet = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: SlotAddress,
): Promise<SheetView> => {
  const meal = await servedSitting(scheduling, viewer, address)
  const { slot, sitting, canteen } = meal
  const { language } = viewer
  const now = scheduling.clock.now()
  const [menu, waiting, all, batch] = await Promise.all([
    listDishes(scheduling.db, address.communityId, [slot.id]),
    countWaiting(scheduling.db, address.communityId, [slot.id]),
    listKitchenOrders(scheduling, address),
    findMealBatch(scheduling.db, meal, 'meal_sitting'),
  ])
  const orders = all.filter(isCooked)
  const present = (some: readonly SheetOrder[]) =>
    namesEaters(slot.service_on, shanghaiTime(now).date)
      ? some.map((order) => presentKitchenOrder(order, scheduling, language))
      : []
  return {
    slotId: slot.id,
    canteenId: canteen.id,
    canteenName: inLanguage(canteen.name, language),
    sitting,
    on: slot.service_on,
    startsAt: slot.starts_at,
    endsAt: slot.ends_at,
    cutoffAt: slot.cutoff_at,
    isOpen: slot.is_open,
    capacity: slot.capacity,
    booked: slot.booked,
    waiting: waiting.get(slot.id) ?? 0,
    workItem: presentBatch(batch),
    dishes: menu.map(({ id, name, tags, ordered, portions }) => ({
      id,
      name: inLanguage(name, language),
      written: name,
      tags,
      ordered,
      portions,
    })),
    tags: portionsByTag(menu),
    fulfilments: ordersByWay(orders),
    orders: present(orders),
    refunds: present(all.filter(({ order, booking }) => isRefund(order, booking))),
    at: now.toISOString(),
  }
}

const portionsByTag = (menu: readonly DishRow[]): SheetView['tags'] =>
  DISH_TAGS.map((tag) => ({
    tag,
    portions: menu.filter(({ tags }) => tags.includes(tag)).reduce((sum, { ordered }) => sum + ordered, 0),
  })).filter(({ portions }) => portions > 0)

const ordersByWay = (orders: readonly SheetOrder[]): SheetView['fulfilments'] =>
  FULFILMENTS.map((fulfilment) => ({
    fulfilment,
    orders: orders.filter(({ order }) => order.fulfilment === fulfilment).length,
  }))

import type { Language } from '@little-bench/shared/kernel/language'
import { addDays, type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { communityOf } from '../communities/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { countWaiting, listLiveBookingsOf, listSlots, type Scheduling, type SlotRow } from '../scheduling/index.ts'
import { presentSitting, type SittingView } from './canteen.presenter.ts'
import { type DishRow, listDishes } from './dish.repository.ts'
import { mealSlotOf } from './meal-slot.ts'

interface Days {
  on?: ServiceDate | undefined
  days: number
  canteenId?: string | undefined
}

/** Sittings of some days with their dishes, and what the caller has of them. Errors: `not_found` (community). */
export const listSittings = async (
  scheduling: Scheduling,
  viewer: Viewer | null,
  language: Language,
  communityId: string,
  { on, days, canteenId }: Days,
): Promise<SittingView[]> => {
  const { canteens } = communityOf(scheduling, communityId)
  const from = on ?? shanghaiTime(scheduling.clock.now()).date
  const ids = canteens.map(({ id }) => id).filter((id) => canteenId === undefined || id === canteenId)
  const slots = await listSlots(scheduling.db, communityId, ids, { from, to: addDays(from, days - 1) })
  return viewSittings(scheduling, viewer, language, communityId, slots)
}

/** These sittings as a viewer sees them, in their order. */
export const viewSittings = async (
  scheduling: Scheduling,
  viewer: Viewer | null,
  language: Language,
  communityId: string,
  slots: readonly SlotRow[],
): Promise<SittingView[]> => {
  if (slots.length === 0) return []
  const { db } = scheduling
  const slotIds = slots.map(({ id }) => id)
  const [dishes, waiting, yours] = await Promise.all([
    listDishes(db, communityId, slotIds),
    countWaiting(db, communityId, slotIds),
    viewer ? listLiveBookingsOf(db, { communityId, subjectId: viewer.personId }, slotIds) : new Map<string, never>(),
  ])
  const menus = new Map<string, DishRow[]>()
  for (const dish of dishes) menus.set(dish.slot_id, [...(menus.get(dish.slot_id) ?? []), dish])
  const now = scheduling.clock.now()
  return slots.flatMap((slot) => {
    const meal = mealSlotOf(scheduling, slot)
    if (!meal) return []
    const shown = { menu: menus.get(slot.id) ?? [], waiting: waiting.get(slot.id) ?? 0, yours: yours.get(slot.id) }
    return [presentSitting(meal, shown, language, now)]
  })
}

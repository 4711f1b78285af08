import type { CanteenConfig } from '@little-bench/config/model'
import type { Canteen, MealSitting } from '@little-bench/shared/canteen/contract'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import { type ServiceDate } from '@little-bench/shared/kernel/time'
import type { z } from 'zod'
import { type BookingRow, presentSlotFields } from '../scheduling/index.ts'
import type { DishRow } from './dish.repository.ts'
import type { MealSlot } from './meal-slot.ts'

export type SittingView = z.input<typeof MealSitting>

/** A canteen with its rules as they hold today. */
export const presentCanteen = (
  canteen: CanteenConfig,
  language: Language,
  today: ServiceDate,
): z.input<typeof Canteen> => ({
  id: canteen.id,
  name: inLanguage(canteen.name, language),
  address: inLanguage(canteen.address, language),
  phone: canteen.phone,
  hours: inLanguage(canteen.hours, language),
  sittings: canteen.sittings.map(({ kind }) => kind),
  fulfilments: [...canteen.fulfilments],
  deliveryCents: canteen.deliveryCents,
  rules: canteen.rules
    .filter(({ from, until }) => from <= today && (until === null || today <= until))
    .map(({ because }) => inLanguage(because, language)),
  isDemo: canteen.demo,
})

interface Shown {
  menu: readonly DishRow[]
  waiting: number
  yours: BookingRow | undefined
}

/** A sitting as everybody may see it: how many wait, never who. */
export const presentSitting = (
  { slot, sitting }: MealSlot,
  { menu, waiting, yours }: Shown,
  language: Language,
  now: Date,
): SittingView => ({
  ...presentSlotFields(slot, waiting, now),
  canteenId: slot.resource_id,
  sitting,
  dishes: menu.map((dish) => ({
    id: dish.id,
    name: inLanguage(dish.name, language),
    tags: dish.tags,
    priceCents: dish.price_cents,
    portionsLeft: dish.portions - dish.ordered,
  })),
  yours: yours ? { orderId: yours.id, state: yours.state } : null,
})

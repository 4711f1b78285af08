import { DISH_TAGS, FULFILMENTS, SITTINGS } from '@little-bench/shared/canteen/meals'
import { CanteenId } from '@little-bench/shared/kernel/ids'
import { z } from 'zod'
import { clock } from './calendar.ts'
import { demo } from './demo.ts'
import { eligibilityRule } from './eligibility-rule.ts'
import { localText } from './local-text.ts'
import { phone } from './phone.ts'

const weekday = z.int().min(0).max(6)
const cents = z.int().min(0).max(100_000)

const sitting = z
  .strictObject({
    kind: z.enum(SITTINGS),
    opensAt: clock,
    closesAt: clock,
    capacity: z.int().min(0).max(5_000),
    /** Until when it can be ordered and cancelled: a time of that day, or of so many days before. */
    cutoff: z.strictObject({ daysBefore: z.int().min(0).max(14), at: clock }),
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, {
    path: ['closesAt'],
    message: 'must be later than opensAt',
  })
  .refine(({ opensAt, cutoff }) => cutoff.daysBefore > 0 || cutoff.at <= opensAt, {
    path: ['cutoff'],
    message: 'may not be after the sitting begins',
  })

const effect = z.discriminatedUnion('kind', [
  /** One portion of each dish, together up to so much. */
  z.strictObject({ kind: z.literal('meal_free'), upToCents: cents }),
  z.strictObject({ kind: z.literal('meal_off'), cents }),
  z.strictObject({ kind: z.literal('delivery_free') }),
])

/** Written into the sittings of these weekdays where DEMO=1; a real kitchen writes its own at the desk. */
const demoMenu = z.strictObject({
  weekdays: z.array(weekday).min(1),
  sittings: z.array(z.enum(SITTINGS)).min(1),
  dishes: z
    .array(
      z.strictObject({
        name: localText,
        tags: z.array(z.enum(DISH_TAGS)).default([]),
        priceCents: cents,
        portions: z.int().min(0).max(5_000),
      }),
    )
    .min(1),
})

/** `<community>/canteens.yaml`: where residents eat, when, and who eats free. Money is in cents. */
export const CanteensFile = z.strictObject({
  canteens: z.array(
    z
      .strictObject({
        id: CanteenId,
        name: localText,
        address: localText,
        phone,
        hours: localText,
        /** 0 is Sunday. */
        openWeekdays: z.array(weekday).min(1),
        /** True opens it on holidays and closures of the community too. */
        opensOnHolidays: z.boolean().default(false),
        daysAhead: z.int().min(1).max(30),
        sittings: z.array(sitting).min(1),
        fulfilments: z.array(z.enum(FULFILMENTS)).min(1),
        deliveryCents: cents,
        /** In the order in which they are asked; the first that holds decides. */
        rules: z.array(eligibilityRule(effect)).default([]),
        demoMenus: z.array(demoMenu).default([]),
        /** Prices, seats, hours or the name itself are for demonstration. */
        demo,
      })
      .refine(({ sittings }) => new Set(sittings.map(({ kind }) => kind)).size === sittings.length, {
        path: ['sittings'],
        message: 'may name each sitting once',
      }),
  ),
})
export type CanteensFile = z.infer<typeof CanteensFile>

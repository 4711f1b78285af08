import { AGE_BAND_IDS } from '@little-bench/shared/childcare/age-bands'
import { CentreId, ChildcareGroupId } from '@little-bench/shared/kernel/ids'
import { z } from 'zod'
import { clock } from './calendar.ts'
import { demo } from './demo.ts'
import { eligibilityRule } from './eligibility-rule.ts'
import { localText } from './local-text.ts'
import { phone } from './phone.ts'

const places = z.int().min(0).max(20).default(0)

const group = z.strictObject({
  id: ChildcareGroupId,
  name: localText,
  bandId: z.enum(AGE_BAND_IDS),
  /** Who looks after the group at once; with its band it decides how many children there may be. */
  carers: z.int().min(1).max(10),
  /** How the seats are shared out; a child of the full day takes one of the morning's and one of the afternoon's. */
  places: z.strictObject({ full_day: places, morning: places, afternoon: places, temporary: places }),
})

const hours = z
  .strictObject({ from: clock, to: clock })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be later than from' })

/** `<community>/childcare.yaml`: centres for children below three, their groups, and when and by whom they are booked. */
export const ChildcareFile = z.strictObject({
  centres: z.array(
    z
      .strictObject({
        id: CentreId,
        name: localText,
        address: localText,
        phone,
        hours: localText,
        /** 0 is Sunday. */
        openWeekdays: z.array(z.int().min(0).max(6)).min(1),
        /** From when to when each session lasts; one that is left out is not offered. */
        sessions: z
          .strictObject({ full_day: hours, morning: hours, afternoon: hours, temporary: hours })
          .partial()
          .refine((sessions) => Object.values(sessions).length > 0, 'must offer one session at least'),
        /** Until when it can be booked and cancelled: a time of so many days before. */
        cutoff: z.strictObject({ daysBefore: z.int().min(0).max(14), at: clock }),
        daysAhead: z.int().min(1).max(30),
        groups: z.array(group).min(1),
        /** Who may come: one of these must hold for the guardian on the day. */
        admission: z.array(eligibilityRule(z.literal('admit').default('admit'))).min(1),
        /** Places, hours, carers or the name itself are for demonstration. */
        demo,
      })
      .refine(({ name, hours: said, demo: isDemo }) => !isDemo || [name, said].some(({ zh }) => zh.includes('示范')), {
        path: ['hours'],
        message: 'must say 示范, here or in the name',
      })
      .refine(
        ({ sessions, cutoff: { daysBefore, at } }) =>
          daysBefore > 0 || Object.values(sessions).every((hours) => hours === undefined || at <= hours.from),
        { path: ['cutoff'], message: 'may not be after a session begins' },
      ),
  ),
})
export type ChildcareFile = z.infer<typeof ChildcareFile>

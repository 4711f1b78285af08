import { ActivityId } from '@little-bench/shared/kernel/ids'
import { OLDEST_CHILD_YEARS } from '@little-bench/shared/people/children'
import { z } from 'zod'
import { clock } from './calendar.ts'
import { demo } from './demo.ts'
import { localText } from './local-text.ts'
import { phone } from './phone.ts'

const date = z.iso.date('must be a date such as "2027-02-07", in quotes')
const years = z.int().min(0).max(130).nullable().default(null)

/** `<community>/activities.yaml`: courses and weekend lessons; each date of one is signed up for by itself. */
export const ActivitiesFile = z.strictObject({
  activities: z.array(
    z
      .strictObject({
        id: ActivityId,
        name: localText,
        about: localText,
        place: z.strictObject({ name: localText, address: localText, phone }),
        /** 0 is Sunday. A holiday has no lesson, and neither has a child on a make-up workday (调休), which is a school day. */
        weekdays: z.array(z.int().min(0).max(6)).min(1),
        from: clock,
        to: clock,
        capacity: z.int().min(1).max(500),
        /** Until when one can sign up and cancel: a time of so many days before. */
        cutoff: z.strictObject({ daysBefore: z.int().min(0).max(14), at: clock }),
        daysAhead: z.int().min(1).max(60),
        /** Whole years on the day; left out where there is no limit. */
        fromYears: years,
        belowYears: years,
        /** A guardian signs a child up; otherwise people sign up themselves. */
        isForChildren: z.boolean(),
        /** The first and the last day; a last day is left out while nobody has said one. */
        days: z.strictObject({ from: date, until: date.nullable().default(null) }),
        demo,
      })
      .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be later than from' })
      .refine(({ from, cutoff }) => cutoff.daysBefore > 0 || cutoff.at <= from, {
        path: ['cutoff'],
        message: 'may not be after the activity begins',
      })
      .refine(({ fromYears, belowYears }) => fromYears === null || belowYears === null || fromYears < belowYears, {
        path: ['belowYears'],
        message: 'must be more than fromYears',
      })
      .refine(({ isForChildren, belowYears }) => !isForChildren || (belowYears ?? 999) <= OLDEST_CHILD_YEARS + 1, {
        path: ['belowYears'],
        message: `must be ${OLDEST_CHILD_YEARS + 1} or less: nobody older is written down as a child`,
      })
      .refine(({ days }) => days.until === null || days.from <= days.until, {
        path: ['days'],
        message: '"until" may not be before "from"',
      })
      .refine(({ name, demo: isDemo }) => !isDemo || name.zh.includes('示范'), {
        path: ['name'],
        message: 'must say 示范: no source names such an activity here',
      }),
  ),
})
export type ActivitiesFile = z.infer<typeof ActivitiesFile>

import { z } from 'zod'
import { localText } from './local-text.ts'

const date = z.iso.date('must be a date such as "2027-02-07", in quotes')

/** What must hold on the day of the slot; the words are those of `shared/scheduling/eligibility`. */
const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('age_from_years'), years: z.int().min(0).max(130) }),
  z.strictObject({ kind: z.literal('age_months'), from: z.int().min(0), below: z.int().min(1) }),
  z.strictObject({ kind: z.literal('lives_here') }),
  z.strictObject({ kind: z.literal('lives_or_works_here') }),
  z.strictObject({ kind: z.literal('has_disability') }),
  z.strictObject({ kind: z.literal('birth_verified') }),
])

/** A rule with its days: a change is a new rule, so what was decided stays as it was decided. */
export const eligibilityRule = <Effect extends z.ZodType>(effect: Effect) =>
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/, 'lower-case words joined by hyphens'),
    from: date,
    /** The last day; left out while it lasts. */
    until: date.nullable().default(null),
    when: z.array(condition).min(1),
    effect,
    because: localText,
  })

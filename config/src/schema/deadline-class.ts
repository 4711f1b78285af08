import { z } from 'zod'
import { localText } from './local-text.ts'

export const deadlineClassId = z
  .string()
  .regex(/^[0-9]{1,3}(h|d|wd)$/, 'must be a number and h, d or wd, such as 24h, 7d or 3wd')

/** `deadline-classes.yaml`: elapsed hours for what cannot wait, working days of the calendar for the rest. */
export const DeadlineClassesFile = z.strictObject({
  deadlineClasses: z
    .array(
      z
        .strictObject({
          id: deadlineClassId,
          /** The promise in words: 24小时内. */
          name: localText,
          hours: z.int().min(1).max(2160).optional(),
          workingDays: z.int().min(1).max(60).optional(),
        })
        .refine(
          (deadline) => (deadline.hours === undefined) !== (deadline.workingDays === undefined),
          'must give either hours or workingDays',
        ),
    )
    .min(1),
})
export type DeadlineClassesFile = z.infer<typeof DeadlineClassesFile>

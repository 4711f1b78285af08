import type { DeadlineClass } from '@little-bench/shared/work-queue/deadline'
import { z } from 'zod'
import { localText } from './local-text.ts'

export const deadlineClassId = z
  .string()
  .regex(/^[0-9]{1,3}(h|d|wd)$/, 'must be a number and h, d or wd, such as 24h, 7d or 3wd')

const oneOf = (deadline: {
  hours?: number | undefined
  dutyMinutes?: number | undefined
  workingDays?: number | undefined
}) => [deadline.hours, deadline.dutyMinutes, deadline.workingDays].filter((time) => time !== undefined).length === 1

/** A span of time as the configuration writes it. */
export const deadlineTime = z
  .strictObject({
    /** Elapsed, also at night and on holidays; may be a fraction. */
    hours: z.number().positive().max(2160).optional(),
    /** Minutes in the duty hours of the queue. */
    dutyMinutes: z.int().min(1).max(14_400).optional(),
    workingDays: z.int().min(1).max(60).optional(),
  })
  .refine(oneOf, 'must give exactly one of hours, dutyMinutes and workingDays')
  .transform(({ hours, dutyMinutes, workingDays }): DeadlineClass => {
    if (hours !== undefined) return { kind: 'hours', hours }
    if (dutyMinutes !== undefined) return { kind: 'duty_minutes', minutes: dutyMinutes }
    return { kind: 'working_days', days: workingDays ?? 1 }
  })

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
          /** By when somebody has taken it. */
          acceptance: deadlineTime,
          /** By when the resident has read a first answer. */
          firstReply: deadlineTime,
        })
        .refine(
          (deadline) => (deadline.hours === undefined) !== (deadline.workingDays === undefined),
          'must give either hours or workingDays',
        ),
    )
    .min(1),
})
export type DeadlineClassesFile = z.infer<typeof DeadlineClassesFile>

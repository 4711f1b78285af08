import { RATING_DAYS } from '@little-bench/shared/work-queue/allowed-moves'
import { MAX_PRIORITY } from '@little-bench/shared/work-queue/priority'
import { z } from 'zod'
import { clock } from './calendar.ts'
import { deadlineTime } from './deadline-class.ts'
import { demo } from './demo.ts'

const days = z.int().min(1).max(365)

/** `work-queue.yaml`: how long the engine waits before it does something by itself. */
export const WorkQueueFile = z
  .strictObject({
    /** An item that was taken and not touched goes back to its queue. */
    claimReturnsAfter: deadlineTime,
    /** Days after a question to the resident: exactly two reminders. */
    questionRemindersAfterDays: z.tuple([days, days]),
    questionClosesAfterDays: days,
    /** An overdue item climbs the next rung of the ladder. */
    climbsAgainAfter: deadlineTime,
    ratingReminderAfterDays: days.max(RATING_DAYS - 1, `must come before the rating ends after ${RATING_DAYS} days`),
    maxSuspensionDays: days,
    /** Between two openings of an item. */
    maxSuspensions: z.int().min(0).max(10),
    followUpAfterDays: days,
    /** Steps by which an item is raised when so many households say 我也一样. */
    endorsementsRaise: z
      .array(z.strictObject({ households: z.int().min(2).max(1000), by: z.int().min(1).max(MAX_PRIORITY) }))
      .max(5),
    /** In these hours the system tells no resident anything by itself; it waits for the morning. */
    quietHours: z.strictObject({ from: clock, to: clock, demo }),
  })
  .refine(
    ({ questionRemindersAfterDays: [first, second], questionClosesAfterDays }) =>
      first < second && second < questionClosesAfterDays,
    'the second reminder must come after the first, and closing after both',
  )
export type WorkQueueFile = z.infer<typeof WorkQueueFile>

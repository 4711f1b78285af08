import { QUEUE_SERVICES } from '@little-bench/shared/communities/duty'
import { QueueId } from '@little-bench/shared/kernel/ids'
import { QUEUE_LEVELS } from '@little-bench/shared/work-queue/routing'
import { z } from 'zod'
import { clock } from './calendar.ts'
import { demo } from './demo.ts'
import { localText } from './local-text.ts'
import { phone } from './phone.ts'

const dutyHours = z
  .strictObject({ openWeekdays: z.array(z.int().min(0).max(6)).min(1), opensAt: clock, closesAt: clock })
  .refine((hours) => hours.opensAt < hours.closesAt, { path: ['closesAt'], message: 'must be later than opensAt' })

export const queue = z.strictObject({
  id: QueueId,
  name: localText,
  level: z.enum(QUEUE_LEVELS),
  contact: z
    .strictObject({
      phone,
      hours: localText,
      /** The second of the two contacts of an AB联络员 pair (聂拉木). */
      backupPhone: phone.nullable().default(null),
    })
    .nullable()
    .default(null),
  /** A service whose own people work here (its kitchen, its childcare workers, the mediation committee), beside the community's queue; null for all others. */
  service: z.enum(QUEUE_SERVICES).nullable().default(null),
  /** Hours of its own; without them those of the community whose item it is. 0 is Sunday. */
  dutyHours: dutyHours.nullable().default(null),
  demo,
})
export type QueueSource = z.infer<typeof queue>

/** `queues.yaml` for the queues of units, `<community>/queues.yaml` for those of a community and its grid cells. */
export const QueuesFile = z.strictObject({ queues: z.array(queue) })
export type QueuesFile = z.infer<typeof QueuesFile>

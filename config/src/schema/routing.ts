import { DUTIES } from '@little-bench/shared/communities/duty'
import { GridCellId, QueueId, ServiceCode } from '@little-bench/shared/kernel/ids'
import { QUEUE_LEVELS, type RoutingTarget } from '@little-bench/shared/work-queue/routing'
import { z } from 'zod'
import { localText } from './local-text.ts'

const ruleId = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/, 'must be lower-case words joined by hyphens')

const target = z
  .union([z.enum(QUEUE_LEVELS), z.strictObject({ queueId: QueueId })], {
    error: `must be one of ${QUEUE_LEVELS.join(', ')}, or a queueId`,
  })
  .transform((to): RoutingTarget => (typeof to === 'string' ? { kind: to } : { kind: 'queue', queueId: to.queueId }))

const rule = z.strictObject({
  id: ruleId,
  /** Every condition that is given must hold; none at all makes the catch-all. */
  when: z.strictObject({
    serviceCodes: z.array(ServiceCode).min(1).optional(),
    duty: z.enum(DUTIES).optional(),
    handledBy: z.enum(QUEUE_LEVELS).optional(),
    gridCellIds: z.array(GridCellId).min(1).optional(),
    hasGridCell: z.boolean().optional(),
  }),
  to: target,
  /** Levels that see the item and add notes while another unit works on it. */
  followedBy: z.array(z.enum(QUEUE_LEVELS)).default([]),
  /** Levels whose queues never see it, wherever it goes later. */
  awayFrom: z.array(z.enum(QUEUE_LEVELS)).default([]),
  because: localText,
})

/** `routing.yaml`: the rules that every community starts from; the first that holds decides. */
export const RoutingFile = z.strictObject({ rules: z.array(rule).min(1) })
export type RoutingFile = z.infer<typeof RoutingFile>

/** `<community>/routing.yaml`: rules asked before the shared ones, and shared rules that do not apply here. */
export const CommunityRoutingFile = z.strictObject({
  before: z.array(rule).default([]),
  leaveOut: z.array(ruleId).default([]),
})
export type CommunityRoutingFile = z.infer<typeof CommunityRoutingFile>

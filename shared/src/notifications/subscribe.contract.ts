import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { CommunityId, DeliveryId } from '../kernel/ids.ts'
import { instant, pageOf, pageQuery } from '../kernel/page.ts'
import { deliveryEndpoints, subscribeEndpoints } from './endpoints.ts'
import { NOTICES } from './notices.ts'
import { ASKING_TAPS, DELIVERY_PROBLEMS, DELIVERY_STATES, SUBSCRIBE_ANSWERS, TOPICS } from './templates.ts'

const templateId = z.string().regex(/^[\w-]{10,64}$/)

/** One kind of WeChat message and how many of it the person has agreed to. */
export const MessageTemplate = z
  .object({
    templateId,
    topic: z.enum(TOPICS),
    /** As WeChat's panel shows it. */
    title: z.string(),
    /** Messages that may still be sent: each agreement is good for one. */
    credits: z.int().min(0),
    /** The last answer was no. Nobody is asked again unless they say so themselves. */
    isRefused: z.boolean(),
  })
  .meta({ id: 'MessageTemplate' })
export type MessageTemplate = z.infer<typeof MessageTemplate>

const templates = z.object({ items: z.array(MessageTemplate), nextCursor: z.null() })

export const subscribeContract = contract(subscribeEndpoints, {
  listMessageTemplates: {
    summary: "What WeChat messages there are, and the caller's agreements; empty where WeChat is not set up",
    permission: 'session',
    delegation: 'nobody',
    ok: [200, templates],
    errors: [],
  },
  recordSubscribeResult: {
    summary: "Keep what somebody answered to WeChat's panel; every agreement is one message",
    permission: 'session',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    body: z.object({
      tap: z.enum(ASKING_TAPS),
      results: z
        .array(z.object({ templateId, answer: z.enum(SUBSCRIBE_ANSWERS) }))
        .min(1)
        .max(5),
    }),
    ok: [200, templates],
    errors: [],
  },
})

export const DELIVERY_VIEWS = ['stuck', 'all'] as const

/** How one message to one person fared; never what it says. */
export const Delivery = z
  .object({
    id: DeliveryId,
    /** Masked. */
    personName: z.string(),
    kind: z.enum(NOTICES),
    state: z.enum(DELIVERY_STATES),
    problem: z.enum(DELIVERY_PROBLEMS).nullable(),
    attempts: z.int().min(0),
    /** Null when WeChat did not name it. */
    errorCode: z.int().nullable(),
    createdAt: instant,
    changedAt: instant,
    /** When it is tried next; null when it is not. */
    nextAt: instant.nullable(),
    /** The counter was asked to call instead. */
    isCalled: z.boolean(),
  })
  .meta({ id: 'Delivery' })
export type Delivery = z.infer<typeof Delivery>

export const deliveryContract = contract(deliveryEndpoints, {
  listDeliveries: {
    summary:
      'Messages of a community on their way through WeChat, newest first; `stuck` are those that somebody must look at',
    permission: 'delivery.read',
    delegation: 'nobody',
    params: z.object({ communityId: CommunityId }),
    query: z.object({ ...pageQuery, view: z.enum(DELIVERY_VIEWS).default('stuck') }),
    ok: [200, pageOf(Delivery).extend({ stuck: z.int().min(0) })],
    errors: [],
  },
})

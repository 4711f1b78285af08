/**
 * The duty list of a community (城关区《社区工作职责规定》: 6 kinds it performs, 6 it assists the subdistrict with, 10 that
 * must not be put on it). The duty of a category decides the queue and the reply.
 */
export const DUTIES = ['perform', 'assist', 'not_ours'] as const
export type Duty = (typeof DUTIES)[number]

/** Who sees an issue: its reporter and the staff in charge, or everybody without names. */
export const VISIBILITIES = ['private', 'public'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/**
 * Services that residents can use; a service that is not built yet is not listed. `privacy`, what somebody asks about their
 * own data, every community has and none names.
 */
export const SERVICES = ['issues', 'canteen', 'childcare', 'activities', 'mediation', 'pension', 'privacy'] as const
export type Service = (typeof SERVICES)[number]
export type OfferedService = Exclude<Service, 'privacy'>

/** Services whose own people work in a queue of their own. */
export const QUEUE_SERVICES = [
  'canteen',
  'childcare',
  'activities',
  'mediation',
  'pension',
] as const satisfies readonly Service[]
export type QueueService = (typeof QUEUE_SERVICES)[number]

import type { LocalText } from '../kernel/language.ts'

/** What a WeChat message can be about; each topic is one template of the mini-program's account. */
export const TOPICS = ['progress', 'booking', 'visit', 'family'] as const
export type Topic = (typeof TOPICS)[number]

export const TOPIC_TEXT: Record<Topic, LocalText> = {
  progress: { zh: '办到哪了' },
  booking: { zh: '预约有变化' },
  visit: { zh: '上门和认证' },
  family: { zh: '代办和家里人' },
}

/** A tap after which it makes sense to ask, and what for: whoever has just done it wants to hear how it goes on. */
export const ASKED_AFTER = {
  report: ['progress'],
  booking: ['booking'],
  waitlist: ['booking'],
  visit: ['visit'],
  proxy: ['family'],
  keep_telling: ['progress', 'booking', 'visit'],
} as const satisfies Record<string, readonly Topic[]>
export type AskingTap = keyof typeof ASKED_AFTER
export const ASKING_TAPS = Object.keys(ASKED_AFTER) as [AskingTap, ...AskingTap[]]

/** WeChat takes so many templates in one call; older clients took three. */
export const MAX_TEMPLATES_ASKED = 3

/** What a person answered to one template. */
export const SUBSCRIBE_ANSWERS = ['accept', 'reject', 'ban', 'filter'] as const
export type SubscribeAnswer = (typeof SUBSCRIBE_ANSWERS)[number]

/** How far a message to one person by one way has come. */
export const DELIVERY_STATES = [
  /** It will be sent. */
  'waiting',
  /** Handed to WeChat just now; what becomes of it is not known yet. */
  'sending',
  /** WeChat has taken it. */
  'sent',
  /** WeChat says that it arrived. */
  'delivered',
  /** It cannot be sent; the next way of the chain is gone. */
  'failed',
  /** Nobody knows whether it went out: it is never sent again. */
  'unclear',
] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** Why a message by WeChat did not arrive. */
export const DELIVERY_PROBLEMS = [
  'no_credit',
  'not_bound',
  'refused',
  'template_banned',
  'content_refused',
  'configuration',
  'unavailable',
  'no_answer',
] as const
export type DeliveryProblem = (typeof DELIVERY_PROBLEMS)[number]

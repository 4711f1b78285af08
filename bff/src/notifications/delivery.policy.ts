import { AT_ONCE, CALL_IF_UNREAD, mayRingAtNight } from '@little-bench/shared/notifications/call-if-unread'
import { hasArrived, type Standing } from '@little-bench/shared/notifications/delivery-standing'
import { NOTICES, type Notice } from '@little-bench/shared/notifications/notices'
import { afterQuietHours, type QuietHours } from '@little-bench/shared/notifications/quiet-hours'
import type { DeliveryProblem, DeliveryState } from '@little-bench/shared/notifications/templates'
import type { SendOutcome } from '../platform/wechat/wechat.ts'

const MINUTE_MS = 60_000
/** Minutes before each further try; about six hours in all, after which a message is news no more. */
const RETRY_MINUTES = [1, 2, 4, 8, 16, 32, 60, 60, 60, 60] as const
/** WeChat takes one message to a person at a time. */
const SAME_PERSON_SECONDS = 10

const PROBLEM_OF_REFUSAL = {
  no_credit: 'no_credit',
  bad_open_id: 'not_bound',
  template_banned: 'template_banned',
  content_refused: 'content_refused',
  configuration: 'configuration',
} as const satisfies Record<Extract<SendOutcome, { kind: 'refused' }>['why'], DeliveryProblem>

/** When it may go out: what may wait for the morning does, also when it was to go out earlier and could not. */
export const sendingTime = (
  { kind, details }: { kind: Notice; details: Readonly<Record<string, string>> },
  quietHours: QuietHours,
  now: Date,
): Date => {
  const morning = afterQuietHours(now, quietHours)
  return mayRingAtNight(kind, details, morning) ? now : morning
}

/** What becomes of a delivery that was handed over for the nth time. Only what certainly was not sent is tried again. */
export const afterSending = (outcome: SendOutcome, attempts: number, now: Date): Standing => {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', problem: null, nextAt: null }
    case 'unclear':
      return { state: 'unclear', problem: 'no_answer', nextAt: null }
    case 'refused':
      return { state: 'failed', problem: PROBLEM_OF_REFUSAL[outcome.why], nextAt: null }
    case 'not_sent': {
      const minutes = RETRY_MINUTES[attempts - 1]
      if (minutes === undefined) return { state: 'failed', problem: 'unavailable', nextAt: null }
      const wait = outcome.why === 'same_person_at_once' ? SAME_PERSON_SECONDS * 1000 : minutes * MINUTE_MS
      return { state: 'waiting', problem: 'unavailable', nextAt: new Date(now.getTime() + wait) }
    }
  }
}

/**
 * What a try does to the agreement that was taken for it: used up when it went out or may have, given back when it
 * certainly did not, and all of them gone when WeChat says that there is none.
 */
export const creditAfter = (outcome: SendOutcome): 'used' | 'given_back' | 'none_left' => {
  if (outcome.kind === 'sent' || outcome.kind === 'unclear') return 'used'
  return outcome.kind === 'refused' && outcome.why === 'no_credit' ? 'none_left' : 'given_back'
}

/** What WeChat says later of a message: it arrived, or it did not. */
export const afterSentEvent = (errorCode: number): Standing =>
  errorCode === 0
    ? { state: 'delivered', problem: null, nextAt: null }
    : { state: 'failed', problem: 'refused', nextAt: null }

interface Unread {
  kind: Notice
  state: DeliveryState
  details: Readonly<Record<string, string>>
  isRead: boolean
}

/**
 * What is done when the time has come to call: `call`, `spare` whoever has read it or got it on their phone, `wait` for
 * what is in WeChat's hands at this moment. A message that WeChat has taken is as good as a ring: a call to everybody who
 * let it lie would fill the list with people who know. Where it must not be missed, both are done.
 */
export const atCallTime = ({ kind, state, details, isRead }: Unread, now: Date): 'call' | 'spare' | 'wait' => {
  if (isRead) return 'spare'
  // The offer has gone to the next.
  if (kind === 'seat_offered' && details.untilAt !== undefined && new Date(details.untilAt) <= now) return 'spare'
  if (isCalledAtOnce(kind)) return 'call'
  if (state === 'sending') return 'wait'
  return hasArrived(state) ? 'spare' : 'call'
}

/** Whether it is called about whatever else was tried. */
export const isCalledAtOnce = (kind: Notice): boolean => CALL_IF_UNREAD[kind] === AT_ONCE

/** What is called about when nobody has read it, and of it what waits for nothing. */
export const CALLED = NOTICES.filter((kind) => CALL_IF_UNREAD[kind] !== undefined)
export const CALLED_AT_ONCE = CALLED.filter(isCalledAtOnce)

/** A process that has not come back after this is gone: no call to WeChat takes as long. */
export const LOST_AFTER_MS = 2 * MINUTE_MS

/** Who may look at how the messages of a community fare: its counter, and whoever keeps the system running. */
export const watchesDeliveries = (
  roles: readonly { role: string; communityId: string | null }[],
  communityId: string,
): boolean =>
  roles.some(({ role, communityId: own }) => role === 'admin' || (role === 'community_staff' && own === communityId))

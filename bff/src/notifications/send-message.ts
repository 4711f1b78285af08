import { isForOperator, type Standing } from '@little-bench/shared/notifications/delivery-standing'
import { type OutgoingNotice, pageOfNotice } from '@little-bench/shared/notifications/wechat-notices'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Log } from '../platform/log/log.ts'
import type { SendOutcome, SubscribeMessage, Wechat } from '../platform/wechat/wechat.ts'
import { markStale, sendableOpenIdOf } from '../wechat/index.ts'
import { afterSending, afterSentEvent, creditAfter, sendingTime } from './delivery.policy.ts'
import {
  beginSending,
  dropDelivery,
  holdSendingTo,
  lockNextWaiting,
  nameDelivery,
  type OutgoingRow,
  settleDelivery,
  standingOf,
  takeNameBack,
} from './delivery.repository.ts'
import { messageData } from './message-data.ts'
import { dropCredits, giveCreditBack, takeCredit } from './subscribe.repository.ts'

export interface Sending extends Context {
  log: Log
}

/** A message that this process alone may hand over, once. */
interface Claim {
  row: OutgoingRow
  attempts: number
  message: SubscribeMessage
}

const UNCLEAR: SendOutcome = { kind: 'unclear' }

/**
 * Hands the next message to WeChat whose time has come; false when there is none. That it is being sent is committed before
 * WeChat hears of it, and what became of it after that: a process that dies in between leaves a message of which nobody
 * knows, never one that is sent again.
 */
export const sendNext = async (sending: Sending, wechat: Wechat): Promise<boolean> => {
  const claim = await inTransaction(sending.db, sending.clock.now(), PLAIN_WRITE, (trx) => claimNext(sending, trx))
  if (typeof claim === 'boolean') return claim
  await settle(sending, claim, await wechat.send(claim.message))
  return true
}

/** True when a message was settled without being sent, false when there is none. */
const claimNext = async (sending: Sending, trx: Trx): Promise<Claim | boolean> => {
  const now = sending.clock.now()
  const row = await lockNextWaiting(trx, now)
  if (!row) return false
  // Read already: an agreement is worth more than a message about what is known.
  if (row.read_at !== null) {
    await dropDelivery(trx, row)
    return true
  }
  // It was tried in vain until the night, or nobody worked through what waited.
  const nextAt = sendingTime(row, sending.config().quietHours, now)
  if (nextAt > now) return settleUnsent(trx, row, { ...standingOf(row), nextAt }, now)
  try {
    return await claimRow(sending, trx, row, now)
  } catch (error) {
    // One that cannot be read, because its key is gone, holds up no other. After an error of the database this fails as well.
    sending.log.error({ err: error, deliveryId: row.id }, 'a message cannot be sent')
    return settleUnsent(trx, row, failed('configuration'), now)
  }
}

const claimRow = async (sending: Sending, trx: Trx, row: OutgoingRow, now: Date): Promise<Claim | true> => {
  const fail = (problem: Standing['problem']) => settleUnsent(trx, row, failed(problem), now)
  await holdSendingTo(trx, row.person_id)
  const openId = await sendableOpenIdOf(trx, sending.sealer, row.person_id)
  if (openId === undefined) return fail('not_bound')
  const message = messageOf(sending, row, openId)
  if (!message) {
    sending.log.error({ deliveryId: row.id, templateId: row.template_id }, 'a template cannot say this')
    return fail('configuration')
  }
  if (!(await takeCredit(trx, { personId: row.person_id, templateId: message.templateId }))) return fail('no_credit')
  const begun = await beginSending(trx, row, now)
  if (begun) return { row, attempts: begun.attempts, message }
  // Somebody else has begun to send them something: this one comes after it.
  await giveCreditBack(trx, { personId: row.person_id, templateId: message.templateId })
  return true
}

const failed = (problem: Standing['problem']): Standing => ({ state: 'failed', problem, nextAt: null })

const settleUnsent = async (trx: Trx, row: OutgoingRow, standing: Standing, now: Date): Promise<true> => {
  await settleDelivery(trx, { key: row, from: ['waiting'], standing }, now)
  return true
}

const messageOf = (sending: Sending, row: OutgoingRow, openId: string): SubscribeMessage | undefined => {
  const template = sending.config().wechatTemplates.find(({ templateId }) => templateId === row.template_id)
  const notice = noticeOf(row)
  const data = template && messageData(template, notice)
  return template && data && { openId, templateId: template.templateId, page: pageOfNotice(notice), data }
}

const noticeOf = (row: OutgoingRow): OutgoingNotice => ({
  kind: row.kind,
  details: row.details,
  isConfidential: row.is_confidential,
  communityId: row.community_id,
  workItemId: row.work_item_id,
  subjectId: row.subject_id,
  at: new Date(row.created_at),
})

const settle = async (sending: Sending, { row, attempts, message }: Claim, outcome: SendOutcome): Promise<void> => {
  const now = sending.clock.now()
  const after = afterSending(outcome, attempts, now)
  const wechatMessageId = outcome.kind === 'sent' ? outcome.messageId : null
  const errorCode = 'errorCode' in outcome ? outcome.errorCode : null
  if (isForOperator(after.problem)) {
    const about = { deliveryId: row.id, templateId: message.templateId, problem: after.problem, errorCode }
    sending.log.error(about, 'WeChat refuses messages until somebody mends it')
  }
  await inTransaction(sending.db, now, PLAIN_WRITE, async (trx) => {
    // One that was given up as lost meanwhile went out after all.
    const from = outcome.kind === 'sent' ? (['sending', 'unclear'] as const) : (['sending'] as const)
    const isDelivered =
      wechatMessageId !== null && (await takeNameBack(trx, row, wechatMessageId, afterSending(UNCLEAR, 1, now), now))
    const standing = isDelivered ? afterSentEvent(0) : after
    const isSettled = await settleDelivery(trx, { key: row, from, standing, errorCode, wechatMessageId }, now)
    // WeChat may tell that it arrived before it answers.
    if (!isSettled && wechatMessageId !== null) await nameDelivery(trx, row, wechatMessageId)
    if (isSettled) await settleCredit(trx, message.templateId, row.person_id, outcome)
    if (after.problem === 'not_bound') await markStale(trx, sending.sealer, message.openId, now)
  })
}

const settleCredit = async (trx: Trx, templateId: string, personId: string, outcome: SendOutcome): Promise<void> => {
  const effect = creditAfter(outcome)
  if (effect === 'given_back') await giveCreditBack(trx, { personId, templateId })
  if (effect === 'none_left') await dropCredits(trx, { personId, templateId })
}

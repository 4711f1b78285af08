import { SUBSCRIBE_ANSWERS } from '@little-bench/shared/notifications/templates'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { findAccountByOpenId, itemsOf, type WechatEvent, type WechatEvents } from '../wechat/index.ts'
import { afterSentEvent } from './delivery.policy.ts'
import { lockNamed, lockUnnamed, settleDelivery } from './delivery.repository.ts'
import { takeAnswer, takeRefusal } from './subscribe.service.ts'

/** Asks to be told what people answer to WeChat itself, and what became of messages. */
export const followMessageEvents = (context: Context, events: WechatEvents): void => {
  events.on('subscribe_msg_popup_event', (trx, event) => takePopup(context, trx, event))
  events.on('subscribe_msg_change_event', (trx, event) => takeChange(context, trx, event))
  events.on('subscribe_msg_sent_event', (trx, event) => takeSent(context, trx, event))
}

const Told = z.object({ CreateTime: z.coerce.number().transform((seconds) => new Date(seconds * 1000)) })
const Answered = z.object({ TemplateId: z.string(), SubscribeStatusString: z.string() })
const Sent = z.object({ TemplateId: z.string(), MsgID: z.string().min(1), ErrorCode: z.coerce.number().int() })

/** Somebody answered the panel: the phone tells it too, and it counts once. */
const takePopup = async (context: Context, trx: Trx, event: WechatEvent): Promise<void> => {
  const personId = await personOf(context, trx, event)
  if (personId === undefined) return
  const { CreateTime: at } = Told.parse(event.fields)
  for (const { TemplateId: templateId, SubscribeStatusString: word } of answersOf(event)) {
    const answer = SUBSCRIBE_ANSWERS.find((known) => known === word)
    if (answer) await takeAnswer(trx, { personId, templateId, answer, source: 'event', tap: null, at })
  }
}

/** Somebody changed it in WeChat's own settings, which tell only of a no. */
const takeChange = async (context: Context, trx: Trx, event: WechatEvent): Promise<void> => {
  const personId = await personOf(context, trx, event)
  if (personId === undefined) return
  for (const { TemplateId: templateId, SubscribeStatusString: word } of answersOf(event)) {
    if (word === 'reject') await takeRefusal(trx, { personId, templateId })
  }
}

/**
 * What became of messages, in the end. One is found by WeChat's id of it; where no answer ever told us that, it is the only
 * one to this person, of this template, that went out about then and of which nobody knows.
 */
const takeSent = async (context: Context, trx: Trx, event: WechatEvent): Promise<void> => {
  const personId = await personOf(context, trx, event)
  const { CreateTime: at } = Told.parse(event.fields)
  for (const item of z.array(Sent).parse(itemsOf(event))) {
    const { TemplateId: templateId, MsgID: wechatMessageId, ErrorCode: code } = item
    const row =
      (await lockNamed(trx, wechatMessageId)) ??
      (personId === undefined ? undefined : await lockUnnamed(trx, { personId, templateId }, at))
    if (!row) continue
    const standing = afterSentEvent(code)
    const from = ['sending', 'sent', 'unclear'] as const
    const errorCode = code === 0 ? null : code
    await settleDelivery(trx, { key: row, from, standing, errorCode, wechatMessageId }, context.clock.now())
  }
}

const personOf = async ({ sealer }: Context, trx: Trx, { openId }: WechatEvent): Promise<string | undefined> =>
  (await findAccountByOpenId(trx, sealer, openId))?.personId

/** In one order for everybody, so that two events never wait for each other. */
const answersOf = (event: WechatEvent): z.infer<typeof Answered>[] =>
  z
    .array(Answered)
    .parse(itemsOf(event))
    .toSorted((a, b) => (a.TemplateId < b.TemplateId ? -1 : 1))

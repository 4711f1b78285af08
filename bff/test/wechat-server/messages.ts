import { type Answer, type Call, OK, refusal, textOf } from './answer.ts'
import { wrongField } from './field-rules.ts'

/** A message that has reached somebody's telephone. */
export interface DeliveredMessage {
  openId: string
  templateId: string
  page: string
  data: Readonly<Record<string, string>>
  messageId: string
  edition: string
}

export interface MessagesOptions {
  knows(openId: string): boolean
  /** The fields of each template; without it any template with well-formed fields is taken. */
  templates?: Readonly<Record<string, readonly string[]>>
  /** Words that WeChat lets nobody send. */
  sensitiveWords?: readonly string[]
  /** Told of every message, delivered or not, as `subscribe_msg_sent_event` tells it. */
  onSent(message: DeliveredMessage): void
}

export interface Messages {
  accept(openId: string, templateId: string, times?: number): void
  credits(openId: string, templateId: string): number
  ban(templateId: string): void
  sent(): readonly DeliveredMessage[]
  /** `message/subscribe/send`, once its person has nothing else on the way. */
  send(call: Call): Answer
  /** Nobody gets two at once: undefined while another is on its way, and else what ends this one. */
  begin(openId: string): (() => void) | undefined
}

const EDITIONS = ['developer', 'trial', 'formal']
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW']

const valuesOf = (data: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(data ?? {}).map(([name, field]: [string, { value: string }]) => [name, field.value]),
  )

/** Subscribe messages: one agreement is one message. */
export const createMessages = ({ knows, templates, sensitiveWords = [], onSent }: MessagesOptions): Messages => {
  const credits = new Map<string, number>()
  const banned = new Set<string>()
  const busy = new Set<string>()
  const delivered: DeliveredMessage[] = []
  const keyOf = (openId: string, templateId: string) => `${openId} ${templateId}`
  const creditsOf = (key: string): number => credits.get(key) ?? 0

  const problemOf = (call: Call): Answer | undefined => {
    const [openId, templateId, page] = [textOf(call, 'touser'), textOf(call, 'template_id'), textOf(call, 'page')]
    if (!knows(openId)) return refusal(40003, 'invalid openid')
    if (templates && !templates[templateId]) return refusal(40037, 'invalid template_id')
    if (banned.has(templateId)) return refusal(43107, 'subscribe template is banned')
    if (page.startsWith('/') || page.length > 1024) return refusal(41030, 'invalid page')
    if (!EDITIONS.includes(textOf(call, 'miniprogram_state')))
      return refusal(47003, 'argument invalid! miniprogram_state is invalid')
    if (!LANGUAGES.includes(textOf(call, 'lang'))) return refusal(47003, 'argument invalid! lang is invalid')
    const wrong = wrongField(call.body?.['data'], templates?.[templateId])
    if (wrong) return refusal(47003, `argument invalid! ${wrong} is invalid`)
    const text = Object.values(valuesOf(call.body?.['data'])).join('\n')
    if (sensitiveWords.some((word) => text.includes(word))) return refusal(45168, 'hits sensitive words')
    if (creditsOf(keyOf(openId, templateId)) === 0) {
      return refusal(43101, 'user refuse to accept the msg')
    }
    return undefined
  }

  return {
    accept(openId, templateId, times = 1) {
      credits.set(keyOf(openId, templateId), creditsOf(keyOf(openId, templateId)) + times)
    },
    credits: (openId, templateId) => creditsOf(keyOf(openId, templateId)),
    ban: (templateId) => void banned.add(templateId),
    sent: () => delivered,
    begin(openId) {
      if (busy.has(openId)) return undefined
      busy.add(openId)
      return () => void busy.delete(openId)
    },
    send(call) {
      const problem = problemOf(call)
      if (problem) return problem
      const [openId, templateId] = [textOf(call, 'touser'), textOf(call, 'template_id')]
      const key = keyOf(openId, templateId)
      credits.set(key, creditsOf(key) - 1)
      const message = {
        openId,
        templateId,
        page: textOf(call, 'page'),
        data: valuesOf(call.body?.['data']),
        messageId: String(1_864_323_726_461_255_680n + BigInt(delivered.length)),
        edition: textOf(call, 'miniprogram_state'),
      }
      delivered.push(message)
      onSent(message)
      return { ...OK, msgid: message.messageId }
    },
  }
}

import type { DeliveredMessage } from './messages.ts'

/** The account of the mini-program that events are addressed to. */
const ACCOUNT = 'gh_123456789abc'

const head = (event: string, openId: string, at: number) => ({
  ToUserName: ACCOUNT,
  FromUserName: openId,
  // As documented: numbers arrive as strings.
  CreateTime: String(Math.floor(at / 1000)),
  MsgType: 'event',
  Event: event,
})

/** One thing alone is an object, several are an array. */
const listOf = <Item>(items: readonly Item[]) => (items.length === 1 ? items[0] : items)

/** What became of a message, told once it is known. */
export const sentEvent = (message: DeliveredMessage, at: number, problem?: { code: string; status: string }) => ({
  ...head('subscribe_msg_sent_event', message.openId, at),
  List: {
    TemplateId: message.templateId,
    MsgID: message.messageId,
    ErrorCode: problem?.code ?? '0',
    ErrorStatus: problem?.status ?? 'success',
  },
})

export interface PanelAnswer {
  templateId: string
  answer: 'accept' | 'reject'
}

/** Somebody answered the panel inside a page. */
export const popupEvent = (openId: string, answers: readonly PanelAnswer[], at: number) => ({
  ...head('subscribe_msg_popup_event', openId, at),
  List: listOf(
    answers.map(({ templateId, answer }) => ({
      TemplateId: templateId,
      SubscribeStatusString: answer,
      PopupScene: '0',
    })),
  ),
})

/** Somebody said no in WeChat's own list of what they get. */
export const changeEvent = (openId: string, templateIds: readonly string[], at: number) => ({
  ...head('subscribe_msg_change_event', openId, at),
  List: listOf(templateIds.map((templateId) => ({ TemplateId: templateId, SubscribeStatusString: 'reject' }))),
})

/** Somebody took back what they allowed, or closed their WeChat account: what was got by it must go. */
export const revokeEvent = (
  event: 'user_authorization_revoke' | 'user_authorization_cancellation' | 'user_info_modified',
  told: { openId: string; appId: string; revoked?: string },
  at: number,
) => ({
  ...head(event, told.openId, at),
  OpenID: told.openId,
  AppID: told.appId,
  ...(told.revoked !== undefined && { RevokeInfo: told.revoked }),
})

/**
 * WeChat's server API as this server uses it (developers.weixin.qq.com/miniprogram/dev, 服务端). Whoever implements it has
 * time-outs, repeats only what may be repeated, and stops asking for a while when nothing answers.
 */
export interface Wechat {
  readonly appId: string
  /** code2Session. The session key is dropped: nothing here needs it. Throws WechatError. */
  openIdOf(code: string): Promise<string>
  /** getPhoneNumber, always with the open id, so that nobody can bring somebody else's code. Throws WechatError. */
  phoneNumberOf(code: string, openId: string): Promise<{ countryCode: string; number: string }>
  /** One subscribe message, once. Never throws: what became of it is the answer. */
  send(message: SubscribeMessage): Promise<SendOutcome>
  /** msg_sec_check v2. Throws WechatError. */
  checkWords(content: { openId: string; words: string; title?: string }): Promise<TextVerdict>
  /** media_check_async v2; the answer comes later as an event with this trace id. Throws WechatError. */
  checkPicture(picture: { openId: string; url: string }): Promise<{ traceId: string }>
  /** A mini-program code with up to 32 characters for the page that it opens. Throws WechatError. */
  codeImage(target: { scene: string; page: string }): Promise<Uint8Array>
}

export interface SubscribeMessage {
  openId: string
  templateId: string
  /** Without a leading slash. */
  page: string
  /** Values that fit their fields already. */
  data: Readonly<Record<string, string>>
}

/** What became of a message that was handed over. */
export type SendOutcome =
  /** WeChat has taken it; `messageId` where it says so. */
  | { kind: 'sent'; messageId: string | null }
  /** Certainly not sent, and may be tried again. */
  | { kind: 'not_sent'; why: WechatTrouble; errorCode: number | null }
  /** Certainly not sent, and never will be. */
  | {
      kind: 'refused'
      why: 'no_credit' | 'bad_open_id' | 'template_banned' | 'content_refused' | 'configuration'
      errorCode: number
    }
  /** Nobody knows: it may have arrived. Never send it again. */
  | { kind: 'unclear' }

export interface TextVerdict {
  verdict: 'pass' | 'review' | 'risky'
  /** 100 is nothing special; the others are in the moderation sheet. */
  label: number
}

/** For what reason a call may be worth repeating later. */
export type WechatTrouble = 'unavailable' | 'busy' | 'rate_limited' | 'same_person_at_once'

/**
 * Why a call did not work, in our words: `code_invalid` for one that is wrong, used or too old, `sign_in_refused` for an
 * account that WeChat intercepts, `not_visited` when a person was not in the mini-program within two hours,
 * `configuration` for what only the operator can mend.
 */
export type WechatProblem =
  | WechatTrouble
  | 'code_invalid'
  | 'sign_in_refused'
  | 'not_visited'
  | 'refused'
  | 'configuration'

export class WechatError extends Error {
  readonly problem: WechatProblem
  /** WeChat's own number; null when nothing answered. */
  readonly errorCode: number | null

  constructor(problem: WechatProblem, errorCode: number | null = null) {
    super(errorCode === null ? problem : `${problem} (${errorCode})`)
    this.name = 'WechatError'
    this.problem = problem
    this.errorCode = errorCode
  }
}

import type { LocalText } from '../kernel/language.ts'

/** What can be held: words that neighbours would read, and pictures that they would see. A voice is never public. */
export const HELD_KINDS = ['issue_words', 'issue_photo'] as const
export type HeldKind = (typeof HELD_KINDS)[number]

/** What neighbours have of it: nothing yet, all of it, or nothing for good. */
export const DISPLAY_STATES = ['waiting', 'shown', 'refused'] as const
export type DisplayState = (typeof DISPLAY_STATES)[number]

/** The same of what is held, where a picture is `asked` while WeChat looks at it and no person need do so yet. */
export const HELD_STATES = ['asked', ...DISPLAY_STATES] as const
export type HeldState = (typeof HELD_STATES)[number]

/** Why a person looks at it first. */
export const HOLD_REASONS = ['unsure', 'risky_picture', 'unanswered', 'tibetan', 'not_from_wechat'] as const
export type HoldReason = (typeof HOLD_REASONS)[number]

export const HOLD_REASON_TEXT: Record<HoldReason, LocalText> = {
  unsure: { zh: '微信拿不准，请人看一下' },
  risky_picture: { zh: '微信说这张照片可能不合适' },
  unanswered: { zh: '微信没有答复，请人看一下' },
  tibetan: { zh: '有藏文，微信看不了，请懂藏文的人看' },
  not_from_wechat: { zh: '不是从微信发来的，请人看一下' },
}

/** Why it is not shown. Its reporter reads this, so each says what to do. */
export const REFUSAL_REASONS = [
  'names_somebody',
  'insults',
  'advertises',
  'private_picture',
  'unlawful',
  'other',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

export const REFUSAL_REASON_TEXT: Record<RefusalReason, LocalText> = {
  names_somebody: { zh: '写了是谁。事情照办，邻居看不到；遮掉名字可以再公开。' },
  insults: { zh: '有骂人的话。事情照办，邻居看不到。' },
  advertises: { zh: '像是广告。事情照办，邻居看不到。' },
  private_picture: { zh: '照片里认得出人或车牌。事情照办，邻居看不到；遮掉可以再公开。' },
  unlawful: { zh: '内容不能公开。事情照办，邻居看不到。' },
  other: { zh: '不适合公开。事情照办，邻居看不到。' },
}

/** What WeChat calls risky, as its labels say (msg_sec_check v2), in words that help to write it otherwise. */
const RISK_TEXT: Readonly<Record<number, LocalText>> = {
  10001: { zh: '看起来像广告' },
  20001: { zh: '有不能公开说的内容' },
  20002: { zh: '有色情的词' },
  20003: { zh: '有骂人的词' },
  20006: { zh: '说到了违法的事' },
  20008: { zh: '看起来像诈骗' },
  20012: { zh: '有粗俗的词' },
  20013: { zh: '可能是别人的作品' },
}

export const riskText = (label: number): LocalText => RISK_TEXT[label] ?? { zh: '有不适合公开的词' }

/** WeChat answers a picture within half an hour; after that a person looks. */
export const MEDIA_ANSWER_MINUTES = 35

/** Until when WeChat's answer about a picture is waited for that was handed over at `now`. */
export const answerDueAt = (now: Date): Date => new Date(now.getTime() + MEDIA_ANSWER_MINUTES * 60_000)

/** Nobody said that WeChat's check reads Tibetan: whoever does looks at it. */
export const hasTibetan = (words: string): boolean => /\p{Script=Tibetan}/u.test(words)

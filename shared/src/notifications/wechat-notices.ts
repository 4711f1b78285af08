import { shanghaiTime } from '../kernel/time.ts'
import { NOTICE_OPENS } from './notice-opens.ts'
import { isForPersonAlone, type Notice } from './notices.ts'
import type { Topic } from './templates.ts'
import type { FieldType } from './wechat-fields.ts'

/** What a field of a template can say, and of which types such a field may be. */
export const FIELD_SOURCES = {
  /** What it is about: a label, never a person's words. */
  title: ['thing'],
  /** What happened, in at most five Han characters. */
  status: ['phrase', 'thing'],
  receipt_number: ['character_string'],
  /** When it was told. */
  told_at: ['time', 'date'],
  /** Where it stands in full. */
  words: ['thing'],
} as const satisfies Record<string, readonly FieldType[]>
export type FieldSource = keyof typeof FIELD_SOURCES
export const FIELD_SOURCE_NAMES = Object.keys(FIELD_SOURCES) as [FieldSource, ...FieldSource[]]

interface WechatNotice {
  topic: Topic
  /** At most five Han characters: the type `phrase` takes no more. */
  status: string
  /** In place of the title, where the notice has none. */
  about?: string
}

/**
 * What goes through WeChat: what somebody waits for or must answer. Each message uses up one agreement, so the steps on the
 * way stay in the inbox, and what staff are told never leaves it.
 */
export const WECHAT_NOTICES: Partial<Record<Notice, WechatNotice>> = {
  resolved: { topic: 'progress', status: '说办好了' },
  closed: { topic: 'progress', status: '已结案' },
  asked: { topic: 'progress', status: '有事要问' },
  asked_again: { topic: 'progress', status: '还等答复' },
  replied: { topic: 'progress', status: '有新回复' },
  suspended: { topic: 'progress', status: '暂时挂起' },
  moved_queue: { topic: 'progress', status: '换地方办' },
  overdue: { topic: 'progress', status: '超过时限' },
  reopened: { topic: 'progress', status: '重新办理' },
  asked_to_rate: { topic: 'progress', status: '等您评价' },
  closed_unanswered: { topic: 'progress', status: '先结案了' },
  closed_unrated: { topic: 'progress', status: '已结案' },
  endorsed_resolved: { topic: 'progress', status: '说办好了' },
  endorsed_closed: { topic: 'progress', status: '已经结束' },
  endorsed_merged_unseen: { topic: 'progress', status: '并到别处' },
  case_news: { topic: 'progress', status: '有新进展' },
  case_due: { topic: 'progress', status: '快到期了' },
  seat_offered: { topic: 'booking', status: '有空位了' },
  wait_ended: { topic: 'booking', status: '没有等到' },
  slot_cancelled: { topic: 'booking', status: '取消了' },
  standing_order_failed: { topic: 'booking', status: '没有订上' },
  absence_check: { topic: 'booking', status: '请问一声' },
  child_not_picked_up: { topic: 'booking', status: '请马上看' },
  child_arrival_undone: { topic: 'booking', status: '请马上看' },
  child_pick_up_undone: { topic: 'booking', status: '请马上看' },
  proof_due: { topic: 'visit', status: '快到期了', about: '养老认证' },
  visit_planned: { topic: 'visit', status: '约好了', about: '上门认证' },
  visit_changed: { topic: 'visit', status: '有变化', about: '上门认证' },
  visit_outcome: { topic: 'visit', status: '有结果了', about: '上门认证' },
  acted_for: { topic: 'family', status: '有新消息' },
  grant_offered: { topic: 'family', status: '请您答复', about: '代办' },
  grant_accepted: { topic: 'family', status: '有新消息' },
  grant_refused: { topic: 'family', status: '有新消息' },
  grant_revoked: { topic: 'family', status: '有新消息' },
  grant_frozen: { topic: 'family', status: '有新消息' },
  grant_review: { topic: 'family', status: '有新消息' },
  fact_verified: { topic: 'family', status: '有新消息' },
  fact_refused: { topic: 'family', status: '有新消息' },
  household_joined: { topic: 'family', status: '有人加入', about: '您家' },
  household_left: { topic: 'family', status: '有人退出', about: '您家' },
}

/** Undefined for what stays in the inbox. */
export const topicOf = (kind: Notice): Topic | undefined => WECHAT_NOTICES[kind]?.topic

/** A notice on its way out. */
export interface OutgoingNotice {
  kind: Notice
  details: Readonly<Record<string, string>>
  /** About something that nobody else may know. */
  isConfidential: boolean
  communityId: string
  workItemId: string | null
  subjectId: string | null
  at: Date
}

/** Says that something is new, and nothing else: a locked screen is read by whoever sees it. */
const NEUTRAL = { title: '您的一件事', status: '有新消息', receipt_number: '-' } as const
const WORDS = '请打开小程序看'

/** Whether a message may say nothing of what it is about. */
export const isNeutral = ({ kind, isConfidential }: Pick<OutgoingNotice, 'kind' | 'isConfidential'>): boolean =>
  isConfidential || isForPersonAlone(kind)

/** What each field of a template would say of a notice; none of it was written by a person. */
export const fieldWords = (notice: OutgoingNotice): Record<FieldSource, string> => {
  const common = { told_at: toldAt(notice.at), words: WORDS }
  if (isNeutral(notice)) return { ...NEUTRAL, ...common }
  const known = WECHAT_NOTICES[notice.kind]
  return {
    title: notice.details.title ?? known?.about ?? NEUTRAL.title,
    status: known?.status ?? NEUTRAL.status,
    receipt_number: notice.details.receiptNumber ?? NEUTRAL.receipt_number,
    ...common,
  }
}

/** 「2026年11月28日 09:30」: a time and a date to WeChat. */
const toldAt = (instant: Date): string => {
  const { date, minute } = shanghaiTime(instant)
  const [year, month, day] = date.split('-').map(Number)
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
  return `${year}年${month}月${day}日 ${clock}`
}

/** The page for what has no page of its own: the inbox knows where each message leads. */
export const INBOX_PAGE = 'people/pages/inbox/index'
export const ISSUE_PAGE = 'issues/pages/detail/index'
export const BOOKINGS_PAGE = 'bookings/pages/mine/index'

/** What a message opens, with its parameters and without a leading slash. */
export const pageOfNotice = (notice: OutgoingNotice): string => {
  const { subjectId, communityId, workItemId } = notice
  if (isNeutral(notice)) return INBOX_PAGE
  const opened = NOTICE_OPENS[notice.kind]
  if (opened === 'bookings') return BOOKINGS_PAGE
  if (opened === 'item' && workItemId !== null && subjectId !== null) {
    return `${ISSUE_PAGE}?communityId=${encodeURIComponent(communityId)}&id=${subjectId}`
  }
  return INBOX_PAGE
}

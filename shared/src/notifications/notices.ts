import type { LocalText } from '../kernel/language.ts'

export const NOTICES = [
  'receipt',
  'accepted',
  'resolved',
  'closed',
  'returned_to_queue',
  'asked',
  'asked_again',
  'replied',
  'suspended',
  'resumed',
  'moved_queue',
  'overdue',
  'merged',
  'reopened',
  'asked_to_rate',
  'closed_unanswered',
  'closed_unrated',
  'staff_dispatched',
  'staff_referred',
  'staff_referral_refused',
  'staff_invited',
  'staff_reminded',
  'staff_answered',
  'staff_overdue',
  'staff_passed_up',
  'staff_returned',
  'acted_for',
  'grant_offered',
  'grant_accepted',
  'grant_refused',
  'grant_revoked',
  'grant_frozen',
  'grant_review',
  'assist_started',
  'fact_verified',
  'fact_refused',
  'receipt_bound',
  'household_joined',
  'household_left',
  'staff_reopened',
  'endorsed_accepted',
  'endorsed_resolved',
  'endorsed_closed',
  'endorsed_reopened',
  'endorsed_withdrawn',
  'endorsed_merged',
  'endorsed_merged_unseen',
] as const
export type Notice = (typeof NOTICES)[number]

/** Said on the telephone and never written into an inbox: whoever presses the person may hold their phone. */
export const CALL_ONLY_NOTICES = ['coercion_check'] as const
/** What the counter can have to say in a call. */
export type CallNotice = Notice | (typeof CALL_ONLY_NOTICES)[number]

/** Notices to staff wait for the duty hours of their queue; a resident's only for the morning, and only the system's own. */
export const isStaffNotice = (notice: Notice): boolean => notice.startsWith('staff_')

/** Placeholders are filled from the work item; no free text of a person ever enters a notice. */
export const NOTICE_TEXT: Record<CallNotice, LocalText> = {
  receipt: { zh: '收到了：{title}。编号 {receiptNumber}，由{queueName}处理，预计{dueOn}前答复。' },
  accepted: { zh: '有人接了：{title}（编号 {receiptNumber}）。' },
  resolved: { zh: '说是办好了：{title}（编号 {receiptNumber}）。解决了吗？请您评价。' },
  closed: { zh: '已结案：{title}（编号 {receiptNumber}）。没解决可以要求重办。' },
  returned_to_queue: { zh: '重新排队：{title}（编号 {receiptNumber}），换人来办。' },
  asked: { zh: '有个问题要问您：{title}（编号 {receiptNumber}）。请打开看看，答了就接着办。' },
  asked_again: { zh: '还在等您的答复：{title}（编号 {receiptNumber}）。' },
  replied: { zh: '有新的回复：{title}（编号 {receiptNumber}）。' },
  suspended: { zh: '暂时挂起：{title}（编号 {receiptNumber}），预计{untilOn}接着办。' },
  resumed: { zh: '接着办了：{title}（编号 {receiptNumber}），预计{dueOn}前答复。' },
  moved_queue: { zh: '换了地方办：{title}（编号 {receiptNumber}），现在由{queueName}处理。' },
  overdue: { zh: '超过时限了：{title}（编号 {receiptNumber}），已报{queueName}。' },
  merged: { zh: '和别人说的是同一件事，合在一起办：{title}（编号 {receiptNumber}）。进展照样告诉您。' },
  reopened: { zh: '重新办理：{title}（编号 {receiptNumber}），预计{dueOn}前答复。' },
  asked_to_rate: { zh: '解决了吗？{title}（编号 {receiptNumber}）还等您评价。' },
  closed_unanswered: { zh: '一直没有等到答复，先结案了：{title}（编号 {receiptNumber}）。随时可以要求重办。' },
  closed_unrated: { zh: '评价时间过了，先结案：{title}（编号 {receiptNumber}）。没解决可以要求重办。' },
  acted_for: { zh: '{actorName}替您办了：{act}。' },
  grant_offered: { zh: '{principalName}想请您代办。请打开看看，愿意再答应。' },
  grant_accepted: { zh: '{agentName}答应替您办事，到{untilOn}为止。随时可以结束。' },
  grant_refused: { zh: '{agentName}没有答应代办。' },
  grant_revoked: { zh: '{principalName}与{agentName}之间的代办已经结束。' },
  grant_frozen: { zh: '所有代办都暂停了。要恢复，请本人来办。' },
  grant_review: { zh: '还要请{agentName}代办吗？到{untilOn}为止。不想要了，一点就结束。' },
  assist_started: { zh: '{actorName}开始帮您办事，最长{minutes}分钟。' },
  fact_verified: { zh: '核实好了：{factName}。' },
  fact_refused: { zh: '没能核实：{factName}。请带材料到社区柜台，或者再填一次。' },
  receipt_bound: { zh: '归到您名下了：{title}（编号 {receiptNumber}）。进展会告诉您。' },
  household_joined: { zh: '{actorName}加入了您家。' },
  household_left: { zh: '{actorName}退出了您家。' },
  coercion_check: { zh: '请单独问本人：最近有没有人催着、逼着办事？旁边有人就先不问，改天再打。' },
  staff_dispatched: { zh: '派给您了：{title}（编号 {receiptNumber}）。请接单。' },
  staff_referred: { zh: '{queueName}请你们接：{title}（编号 {receiptNumber}）。' },
  staff_referral_refused: { zh: '转办没有接：{title}（编号 {receiptNumber}），仍由{queueName}办。' },
  staff_invited: { zh: '{queueName}请你们一起办：{title}（编号 {receiptNumber}）。' },
  staff_reminded: { zh: '居民催办：{title}（编号 {receiptNumber}）。' },
  staff_answered: { zh: '居民答复了：{title}（编号 {receiptNumber}）。' },
  staff_overdue: { zh: '超过时限：{title}（编号 {receiptNumber}）。' },
  staff_passed_up: { zh: '超时上报给你们：{title}（编号 {receiptNumber}），在{queueName}。' },
  staff_returned: { zh: '没有人动，已退回队列：{title}（编号 {receiptNumber}）。' },
  staff_reopened: { zh: '居民要求重办，还没有人接：{title}（编号 {receiptNumber}）。请换人来办。' },
  endorsed_accepted: { zh: '您附议的事有人接了：{title}。' },
  endorsed_resolved: { zh: '您附议的事说是办好了：{title}。' },
  endorsed_closed: { zh: '您附议的事已经结束：{title}。没解决的话，可以重新说一件。' },
  endorsed_reopened: { zh: '您附议的事重新办理：{title}。' },
  endorsed_withdrawn: { zh: '您附议的事，说的人撤回了：{title}。' },
  endorsed_merged: { zh: '您附议的事和另一件合在一起办：{title}。进展照样告诉您。' },
  endorsed_merged_unseen: { zh: '您附议的事并到别处接着办：{title}。以后的进展不再通知您。' },
}

/**
 * What somebody without the app is called about; the rest they were told at the counter, or it is only a step on the way.
 * Nobody is called for each step: what is new is read out in one call.
 */
const TOLD_BY_CALL: readonly Notice[] = [
  'resolved',
  'closed',
  'asked',
  'asked_again',
  'replied',
  'suspended',
  'moved_queue',
  'overdue',
  'reopened',
  'asked_to_rate',
  'closed_unanswered',
  'closed_unrated',
  'acted_for',
  'grant_accepted',
  'grant_refused',
  'grant_revoked',
  'grant_frozen',
  'grant_review',
  'fact_verified',
  'fact_refused',
  'household_joined',
  'household_left',
  'endorsed_resolved',
  'endorsed_closed',
  'endorsed_merged_unseen',
]

export const isToldByCall = (notice: Notice): boolean => TOLD_BY_CALL.includes(notice)

/** Who acts for somebody, and what is known of them, is said to nobody else in the house. */
const FOR_THE_PERSON_ALONE: readonly CallNotice[] = [
  'coercion_check',
  'acted_for',
  'grant_accepted',
  'grant_refused',
  'grant_revoked',
  'grant_frozen',
  'grant_review',
  'fact_verified',
  'fact_refused',
]

export const isForPersonAlone = (notice: CallNotice): boolean => FOR_THE_PERSON_ALONE.includes(notice)

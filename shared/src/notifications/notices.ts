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
] as const
export type Notice = (typeof NOTICES)[number]

/** Notices to staff wait for the duty hours of their queue; a resident's wait for nothing yet. */
export const isStaffNotice = (notice: Notice): boolean => notice.startsWith('staff_')

/** Placeholders are filled from the work item; no free text of a person ever enters a notice. */
export const NOTICE_TEXT: Record<Notice, LocalText> = {
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
  staff_dispatched: { zh: '派给您了：{title}（编号 {receiptNumber}）。请接单。' },
  staff_referred: { zh: '{queueName}请你们接：{title}（编号 {receiptNumber}）。' },
  staff_referral_refused: { zh: '转办没有接：{title}（编号 {receiptNumber}），仍由{queueName}办。' },
  staff_invited: { zh: '{queueName}请你们一起办：{title}（编号 {receiptNumber}）。' },
  staff_reminded: { zh: '居民催办：{title}（编号 {receiptNumber}）。' },
  staff_answered: { zh: '居民答复了：{title}（编号 {receiptNumber}）。' },
  staff_overdue: { zh: '超过时限：{title}（编号 {receiptNumber}）。' },
  staff_passed_up: { zh: '超时上报给你们：{title}（编号 {receiptNumber}），在{queueName}。' },
  staff_returned: { zh: '没有人动，已退回队列：{title}（编号 {receiptNumber}）。' },
}

import type { LocalText } from '../kernel/language.ts'

export const NOTICES = ['receipt', 'accepted', 'resolved', 'closed', 'returned_to_queue'] as const
export type Notice = (typeof NOTICES)[number]

/** Placeholders are filled from the work item; no free text of a person ever enters a notice. */
export const NOTICE_TEXT: Record<Notice, LocalText> = {
  receipt: { zh: '收到了：{title}。编号 {receiptNumber}，由{queueName}处理，预计{dueOn}前答复。' },
  accepted: { zh: '有人接了：{title}（编号 {receiptNumber}）。' },
  resolved: { zh: '说是办好了：{title}（编号 {receiptNumber}）。解决了吗？请您评价。' },
  closed: { zh: '已结案：{title}（编号 {receiptNumber}）。没解决可以要求重办。' },
  returned_to_queue: { zh: '重新排队：{title}（编号 {receiptNumber}），换人来办。' },
}

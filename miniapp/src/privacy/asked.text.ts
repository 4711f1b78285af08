import type { TextTable } from '../platform/i18n/text'

/** Words of one request to correct or delete, for whoever made it. */
export const askedText = {
  title: { zh: '提过的这一件' },
  timeline: { zh: '办到哪了' },
  facts: { zh: '这一件' },
  receiptNumber: { zh: '编号' },
  whoHasIt: { zh: '谁在管' },
  answer: { zh: '回答' },
  answerTitle: { zh: '您的回答' },
  answerWords: { zh: '发出去以后，工作人员接着办。' },
  answerNote: { zh: '写您的回答' },
  answerDone: { zh: '收到您的回答了，接着办。' },
  add: { zh: '补充说明' },
  addTitle: { zh: '还想补充什么？' },
  addWords: { zh: '办的人会看到。发出去收不回来，可以再补一条。' },
  addNote: { zh: '补充的话' },
  addDone: { zh: '发给办的人了。' },
  withdraw: { zh: '撤回' },
  withdrawTitle: { zh: '撤回这一件？' },
  withdrawWords: { zh: '撤回后就不办了。想再办，重新提一次就行。' },
  withdrawDone: { zh: '撤回了。' },
  noteMissing: { zh: '请写几句' },
} as const satisfies TextTable

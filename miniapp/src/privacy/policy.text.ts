import type { TextTable } from '../platform/i18n/text'

/** Headings of the policy; what stands below them is shared with the server. */
export const policyText = {
  title: { zh: '隐私政策', bo: 'གསང་དོན་སྲིད་ཇུས།' },
  version: { zh: '{date}的版本' },
  handler: { zh: '谁管，问谁' },
  kept: { zh: '记什么，做什么用' },
  sensitive: { zh: '敏感信息' },
  purpose: { zh: '用来：{purpose}' },
  neverTaken: { zh: '不要什么' },
  recipients: { zh: '给谁看' },
  gets: { zh: '看到：{what}' },
  when: { zh: '什么时候：{when}' },
  howLong: { zh: '记多久' },
  forDays: { zh: '{after}以后{days}天，{what}' },
  forYears: { zh: '{after}以后{years}年，{what}' },
  deleted: { zh: '删掉' },
  anonymised: { zh: '去掉名字' },
  until: { zh: '到{until}为止' },
  rights: { zh: '您能做什么' },
  children: { zh: '孩子的信息' },
  protection: { zh: '怎么保护' },
  changes: { zh: '改了怎么办' },
  toMine: { zh: '看我的数据' },
} as const satisfies TextTable

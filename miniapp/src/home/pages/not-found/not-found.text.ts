import type { TextTable } from '../../../platform/i18n/text'

export const notFoundText = {
  title: { zh: '没有这一页' },
  words: { zh: '网址可能不完整，或者这一页搬走了' },
  next: { zh: '您写的内容都还在手机里。' },
  goHome: { zh: '回首页', bo: 'གཙོ་ངོས' },
} as const satisfies TextTable

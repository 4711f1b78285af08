import type { TextTable } from '../platform/i18n/text'

/** Words around a paper, not on it. */
export const slipText = {
  print: { zh: '打印这张纸' },
  slip: { zh: '要交给居民的纸' },
  cannotPrint: { zh: '手机上打印不了：长按文字能复制，让对方抄下也行；要打印，请在电脑网页上打开。' },
} as const satisfies TextTable

import type { TextTable } from '../../platform/i18n/text'

/** What waits on the phone, said to whoever wrote it. */
export const outboxListText = {
  title: { zh: '手机里还没发完的' },
  titleReceived: { zh: '刚发出去的' },
  whose: { zh: '替{name}说的' },
  unsent: { zh: '未发送' },
  unsentWords: { zh: '存在手机里，有网就自己发' },
  unsentSignInWords: { zh: '登录过期了，登录回来就发' },
  sending: { zh: '发送中' },
  sendingWords: { zh: '正在发，照片已发{percent}%' },
  sendingPlainWords: { zh: '正在发' },
  received: { zh: '已收到' },
  receivedWords: { zh: '编号 {number}' },
  refused: { zh: '没收下' },
  refusedWords: { zh: '点开看原因，改一改再发' },
  opened: { zh: '没写完' },
  openedWords: { zh: '还没发，点开接着写' },
  signedOut: { zh: '手机里有{count}件还没发出去。写的人登录以后就发。' },
} as const satisfies TextTable

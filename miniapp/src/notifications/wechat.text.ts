import type { TextTable } from '../platform/i18n/text'

export const wechatText = {
  title: { zh: '微信提醒' },
  words: { zh: '同意一次，微信就能给您发一条。消息页里什么都有，不会少。' },
  left: { zh: '{topic}：还能收到{count}条' },
  none: { zh: '{topic}：没有了' },
  refused: { zh: '{topic}：您说过不要' },
  keepTelling: { zh: '继续接收提醒' },
  off: { zh: '微信里关掉了小板凳的通知。想收的话：点右上角「…」，再点「设置」「通知管理」打开。' },
} as const satisfies TextTable

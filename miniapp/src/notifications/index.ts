// The door of the notifications: what other folders may use.
export { WechatReminders } from './components/wechat-reminders'
export { INBOX_KEY, useInbox, useMarkRead } from './inbox.api'
export { useAskToTell } from './use-ask-to-tell'

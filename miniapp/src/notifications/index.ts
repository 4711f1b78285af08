// The door of the notifications: what other folders may use.
export { INBOX_KEY, useInbox, useMarkRead } from './inbox.api'

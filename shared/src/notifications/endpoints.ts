import { endpoints } from '../kernel/endpoint.ts'

export const notificationEndpoints = endpoints({
  listInbox: ['GET', '/api/my/inbox'],
  markInboxMessageRead: ['POST', '/api/my/inbox/:messageId/read'],
})

import { endpoints } from '../kernel/endpoint.ts'

export const notificationEndpoints = endpoints({
  listInbox: ['GET', '/api/my/inbox'],
  markInboxMessageRead: ['POST', '/api/my/inbox/:messageId/read'],
})

/** Whom the counter calls, because they have no telephone of their own to read on. */
export const callEndpoints = endpoints({
  listCallList: ['GET', '/api/communities/:communityId/call-list'],
  recordCall: ['POST', '/api/communities/:communityId/call-list/:callId/attempts'],
})

/** What somebody lets WeChat tell them. */
export const subscribeEndpoints = endpoints({
  listMessageTemplates: ['GET', '/api/my/message-templates'],
  recordSubscribeResult: ['POST', '/api/my/subscribe-results'],
})

/** How messages fare on their way. */
export const deliveryEndpoints = endpoints({
  listDeliveries: ['GET', '/api/communities/:communityId/deliveries'],
})

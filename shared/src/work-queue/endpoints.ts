import { endpoints } from '../kernel/endpoint.ts'

export const workQueueEndpoints = endpoints({
  listMyItems: ['GET', '/api/my/items'],
  listMyQueues: ['GET', '/api/my/queues'],
  listQueueItems: ['GET', '/api/queues/:queueId/items'],
  getWorkItem: ['GET', '/api/communities/:communityId/work-items/:workItemId'],
  moveWorkItem: ['POST', '/api/communities/:communityId/work-items/:workItemId/moves'],
  rateWorkItem: ['POST', '/api/communities/:communityId/work-items/:workItemId/ratings'],
})

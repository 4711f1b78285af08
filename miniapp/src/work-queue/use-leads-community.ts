import { useMyQueues } from './work-item.api'

/** Whoever leads a queue of the community writes what all of it say to residents; the server decides the same. */
export const useLeadsCommunity = (communityId: string): boolean => {
  const queues = useMyQueues().data?.items ?? []
  return queues.some((queue) => queue.isLead && queue.communityId === communityId)
}

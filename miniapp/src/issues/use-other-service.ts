import { useEffect } from 'react'
import { CallError } from '../platform/call-error'
import { replacePage } from '../platform/navigation'
import { useWorkItem } from './item.api'

/** A message names an item and not its service: what is no issue opens on the page of its own. */
export const useOtherService = (communityId: string, workItemId: string | undefined, error: unknown): void => {
  const isNoIssue = error instanceof CallError && error.code === 'not_found'
  const service = useWorkItem(communityId, isNoIssue && workItemId !== undefined ? workItemId : null).data?.service
  useEffect(() => {
    if (service === 'privacy' && workItemId !== undefined)
      replacePage('privacy/pages/asked/index', { communityId, workItemId })
  }, [service, communityId, workItemId])
}

import { useEffect } from 'react'
import { CallError } from '../platform/call-error'
import { replacePage } from '../platform/navigation'
import { useWorkItem } from './item.api'

/** A message names an item and not its service: what is no issue opens on the page of its own. */
export const useOtherService = (communityId: string, workItemId: string | undefined, error: unknown): void => {
  const isNoIssue = error instanceof CallError && error.code === 'not_found'
  const item = useWorkItem(communityId, isNoIssue && workItemId !== undefined ? workItemId : null).data
  const service = item?.service
  const id = item?.subjectId
  useEffect(() => {
    if (id === undefined || workItemId === undefined) return
    if (service === 'privacy') replacePage('privacy/pages/asked/index', { communityId, workItemId })
    if (service === 'mediation') replacePage('mediation/pages/case/index', { communityId, id })
    // Nobody came for a meal, or for a child: the staff's item is about that booking.
    if (service === 'canteen') replacePage('canteen/pages/meal/index', { communityId, id })
    if (service === 'childcare') replacePage('childcare/pages/booking/index', { communityId, id })
  }, [service, id, communityId, workItemId])
}

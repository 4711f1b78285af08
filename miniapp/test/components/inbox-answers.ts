// What the stand-in desk answers beside its items: the community's catalogue, who serves the queue, saved views, calls.
import type { Answer, DeskCall } from './desk-server'
import { colleague, queueId, worker } from './desk-server'
import { community } from './resident-server'

interface StoredView {
  id: string
}

/** Keeps saved views as the server does, and answers what filters are made of. */
export const inboxAnswers = () => {
  const views = new Map<string, StoredView>()
  const answer = ({ method, url, body }: DeskCall): Answer | undefined => {
    const viewId = /\/my\/saved-views\/(.+)$/.exec(url.pathname)?.[1]
    if (viewId && method === 'PUT') {
      const view = { id: viewId, ...(typeof body === 'object' ? body : {}) }
      views.set(viewId, view)
      return [200, view]
    }
    if (viewId) return [200, { isDeleted: views.delete(viewId) }]
    switch (url.pathname) {
      case '/api/my/saved-views':
        return [200, { items: [...views.values()], nextCursor: null }]
      case `/api/communities/${community.id}`:
        return [200, community]
      case '/api/communities':
        return [200, { items: [community], nextCursor: null }]
      case `/api/queues/${queueId}/roster`:
        return [200, { staff: [worker, colleague] }]
      default:
        return undefined
    }
  }
  return { views, answer }
}

import { AppError } from '@little-bench/shared/kernel/errors'
import { haveExpired } from '../files/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from './engine.ts'
import { viewWorkItem, type WorkItemView } from './read-work-item.service.ts'

/**
 * The result of a write that is answered again after days, with addresses of files that open: it is read anew, as far as
 * the item still exists for this viewer. Until they expire it stays as it was.
 */
export const withFreshFiles = async (engine: Engine, viewer: Viewer, view: WorkItemView): Promise<WorkItemView> => {
  const now = engine.clock.now()
  if (!view.timeline.some(({ attachments }) => haveExpired(attachments, now))) return view
  try {
    return await viewWorkItem(engine, viewer, { communityId: view.communityId, workItemId: view.id })
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return view
    throw error
  }
}

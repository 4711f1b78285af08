import { AppError } from '@little-bench/shared/kernel/errors'
import type { QueueItem } from '@little-bench/shared/work-queue/item.contract'
import type { z } from 'zod'
import { idOfCursor, pageOfRows } from '../platform/db/cursor.ts'
import { requiredMessage } from '../platform/http/field-messages.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from './engine.ts'
import { namesFor, presentationFor } from './read-work-item.service.ts'
import { searchItemRows } from './search.repository.ts'
import { excerptOf, searchWords } from './search-words.ts'
import { servedQueues } from './work-item.policy.ts'
import { presentQueueItem } from './work-item.presenter.ts'

/** Items that the viewer may open as staff and whose words hold all that is searched for, newest first. */
export const searchItems = async (
  engine: Engine,
  viewer: Viewer,
  { text, cursor, limit }: { text: string; cursor?: string | undefined; limit: number },
): Promise<{ items: (z.input<typeof QueueItem> & { excerpt: string })[]; nextCursor: string | null }> => {
  const words = searchWords(text)
  // The ideographic space is cleaned away only here.
  if (words.length === 0) {
    throw new AppError('validation_failed', [{ field: 'text', message: requiredMessage(viewer.language) }])
  }
  const rows = await searchItemRows(engine.db, {
    words,
    queueIds: [...servedQueues(viewer.roles, engine.config()).keys()],
    viewerId: viewer.personId,
    beforeId: idOfCursor(cursor),
    limit,
  })
  const page = pageOfRows(rows, limit, (row) => [row.id])
  const names = await namesFor(engine, page.rows)
  const presentation = presentationFor(engine, viewer)
  return {
    items: page.rows.map((row) => ({
      ...presentQueueItem(row, names, presentation),
      excerpt: excerptOf([row.subject, row.said, row.heard, row.label], words),
    })),
    nextCursor: page.nextCursor,
  }
}

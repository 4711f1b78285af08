import { AppError } from '@little-bench/shared/kernel/errors'
import type { Language } from '@little-bench/shared/kernel/language'
import type { QueueItem } from '@little-bench/shared/work-queue/item.contract'
import type { z } from 'zod'
import { idOfCursor, pageOfRows } from '../platform/db/cursor.ts'
import { readInTime } from '../platform/db/read-in-time.ts'
import { requiredMessage, tooManyWordsMessage, vagueMessage } from '../platform/http/field-messages.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from './engine.ts'
import { namesFor, presentationFor } from './read-work-item.service.ts'
import { searchItemRows } from './search.repository.ts'
import { areTooShort, excerptOf, MAX_SEARCH_WORDS, searchWords } from './search-words.ts'
import { servedQueues } from './work-item.policy.ts'
import { presentQueueItem } from './work-item.presenter.ts'

/** Whoever reads slower than this takes the database from everybody else. */
const MAX_SEARCH_MS = 3_000

/**
 * Items that the viewer may open as staff and whose words hold all that is searched for, newest first. Error:
 * `validation_failed` for no words, too many, or such as stand nearly everywhere.
 */
export const searchItems = async (
  engine: Engine,
  viewer: Viewer,
  { text, cursor, limit }: { text: string; cursor?: string | undefined; limit: number },
): Promise<{ items: (z.input<typeof QueueItem> & { excerpt: string })[]; nextCursor: string | null }> => {
  const words = checkedWords(text, viewer.language)
  const search = {
    words,
    queueIds: [...servedQueues(viewer.roles, engine.config()).keys()],
    viewerId: viewer.personId,
    beforeId: idOfCursor(cursor),
    limit,
  }
  const rows = await readInTime(engine.db, MAX_SEARCH_MS, (trx) => searchItemRows(trx, search))
  if (!rows) throw refusal(vagueMessage(viewer.language))
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

const refusal = (message: string): AppError => new AppError('validation_failed', [{ field: 'text', message }])

const checkedWords = (text: string, language: Language): string[] => {
  const words = searchWords(text)
  // The ideographic space is cleaned away only here.
  if (words.length === 0) throw refusal(requiredMessage(language))
  if (words.length > MAX_SEARCH_WORDS) throw refusal(tooManyWordsMessage(MAX_SEARCH_WORDS, language))
  if (areTooShort(words)) throw refusal(vagueMessage(language))
  return words
}

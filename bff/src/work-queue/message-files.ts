import { filesOf, type StoredFileRow } from '../files/index.ts'
import type { Engine } from './engine.ts'
import type { EventRow } from './work-item-event.repository.ts'

/** A line of the history with the photos and the voice note of its words. */
export type EventWithFiles = EventRow & { files: readonly StoredFileRow[] }

/** Who may see them is decided with the words that they hang on. */
export const withFiles = async (
  engine: Engine,
  communityId: string,
  events: readonly EventRow[],
): Promise<EventWithFiles[]> => {
  const messageIds = events.flatMap(({ message_id: id }) => id ?? [])
  const files = await filesOf(engine.db, communityId, 'message', messageIds)
  return events.map((event) => ({ ...event, files: files.get(event.message_id ?? '') ?? [] }))
}

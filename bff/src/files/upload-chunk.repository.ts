import { sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'

type Db = DbOf<'stored_file' | 'upload_chunk'>

/**
 * Keeps a piece that begins exactly where the pieces before it end, in one statement: of two equal ones at once the second
 * finds it there. Answers how far the file is now; undefined when the piece does not fit.
 */
export const appendChunk = async (
  db: Db,
  {
    fileId,
    ownerId,
    offset,
    bytes,
    now,
  }: {
    fileId: string
    ownerId: string
    offset: number
    bytes: Uint8Array
    now: Date
  },
): Promise<number | undefined> => {
  const row = await tables(db)
    .with('appended', (query) =>
      query
        .updateTable('stored_file')
        .set({ received_bytes: offset + bytes.length })
        .where('id', '=', fileId)
        .where('owner_id', '=', ownerId)
        .where('state', '=', 'receiving')
        .where('expires_at', '>', now.toISOString())
        .where('received_bytes', '=', offset)
        .where('expected_bytes', '>=', offset + bytes.length)
        .returning(['id', 'received_bytes']),
    )
    .insertInto('upload_chunk')
    .columns(['file_id', 'start_at', 'bytes'])
    .expression((query) =>
      query
        .selectFrom('appended')
        .select(['id', sql<number>`${offset}::integer`.as('start_at'), sql<Buffer>`${bytes}::bytea`.as('bytes')]),
    )
    .returning('file_id')
    .executeTakeFirst()
  return row && offset + bytes.length
}

export const findChunk = (db: Db, fileId: string, startAt: number): Promise<{ bytes: Buffer } | undefined> =>
  tables(db)
    .selectFrom('upload_chunk')
    .select('bytes')
    .where('file_id', '=', fileId)
    .where('start_at', '=', startAt)
    .executeTakeFirst()

export const deleteChunks = async (db: Db, fileId: string): Promise<void> => {
  await tables(db).deleteFrom('upload_chunk').where('file_id', '=', fileId).execute()
}

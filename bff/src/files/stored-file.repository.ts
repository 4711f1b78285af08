import type { FileSubjectKind } from '@little-bench/shared/files/kinds'
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { StoredFile } from '../platform/db/tables.generated.ts'

type Db = DbOf<'stored_file'>
export type StoredFileRow = Selectable<StoredFile>

/** What a file hangs on. */
export interface FileSubject {
  communityId: string
  kind: FileSubjectKind
  id: string
}

/** Any number of our own; the second key is the person. */
const UPLOADS_LOCK = 22_013

/** Until the transaction ends nobody begins another upload of this person: what they have waiting can be counted. */
export const takeUploadsLock = async (trx: Trx, ownerId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${UPLOADS_LOCK}, hashtext(${ownerId}))`.execute(trx)
}

/** Uploads that somebody began after `openSince` and has not finished, and the bytes of all that hangs on nothing yet. */
export const countWaiting = (
  db: Db,
  ownerId: string,
  openSince: Date,
  now: Date,
): Promise<{ open: number; bytes: number }> =>
  tables(db)
    .selectFrom('stored_file')
    .select([
      sql<number>`count(*) filter (where state = 'receiving' and created_at > ${openSince.toISOString()})`.as('open'),
      sql<number>`coalesce(sum(expected_bytes), 0)`.as('bytes'),
    ])
    .where('owner_id', '=', ownerId)
    .where('subject_id', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirstOrThrow()

export const insertFile = async (db: Db, file: Insertable<StoredFile>): Promise<void> => {
  await tables(db).insertInto('stored_file').values(file).execute()
}

/** An upload of this person that has not been forgotten, or a file that it became. */
export const findOwnFile = (db: Db, ownerId: string, id: string, now: Date): Promise<StoredFileRow | undefined> =>
  ownFile(db, ownerId, id, now).executeTakeFirst()

/** The same, held until the transaction ends. */
export const lockOwnFile = (trx: Trx, ownerId: string, id: string, now: Date): Promise<StoredFileRow | undefined> =>
  ownFile(trx, ownerId, id, now).forUpdate().executeTakeFirst()

const ownFile = (db: Db, ownerId: string, id: string, now: Date) =>
  tables(db)
    .selectFrom('stored_file')
    .selectAll()
    .where('id', '=', id)
    .where('owner_id', '=', ownerId)
    .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now.toISOString())]))

/** Files of this person that are ready and hang on nothing. */
export const listLooseFiles = (
  db: Db,
  ownerId: string,
  fileIds: readonly string[],
  now: Date,
): Promise<StoredFileRow[]> =>
  tables(db)
    .selectFrom('stored_file')
    .selectAll()
    .where('id', '=', sql<string>`any(${sql.val([...fileIds])}::uuid[])`)
    .where('owner_id', '=', ownerId)
    .where('state', '=', 'ready')
    .where('subject_id', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .execute()

/** By its id alone: for whoever has an address that the server signed. */
export const findReadyFile = (db: Db, id: string): Promise<StoredFileRow | undefined> =>
  tables(db).selectFrom('stored_file').selectAll().where('id', '=', id).where('state', '=', 'ready').executeTakeFirst()

export const updateFile = (db: Db, id: string, change: Updateable<StoredFile>): Promise<StoredFileRow> =>
  tables(db).updateTable('stored_file').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** Hangs files of this person that are ready and hang on nothing; answers those that it could, in no order. */
export const attachRows = (
  db: Db,
  { ownerId, fileIds, subject, now }: { ownerId: string; fileIds: readonly string[]; subject: FileSubject; now: Date },
): Promise<Pick<StoredFileRow, 'kind'>[]> =>
  tables(db)
    .updateTable('stored_file')
    .set({
      community_id: subject.communityId,
      subject_kind: subject.kind,
      subject_id: subject.id,
      position: sql<number>`array_position(${sql.val([...fileIds])}::uuid[], id)`,
      expires_at: null,
    })
    .where('id', '=', sql<string>`any(${sql.val([...fileIds])}::uuid[])`)
    .where('owner_id', '=', ownerId)
    .where('state', '=', 'ready')
    .where('subject_id', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .returning('kind')
    .execute()

/** What hangs on things of one kind, in the order in which it was attached. */
export const listFilesOf = (
  db: Db,
  communityId: string,
  kind: FileSubjectKind,
  subjectIds: readonly string[],
): Promise<StoredFileRow[]> =>
  tables(db)
    .selectFrom('stored_file')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', sql<string>`any(${sql.val([...subjectIds])}::uuid[])`)
    .orderBy('subject_id')
    .orderBy('position')
    .execute()

export const hideRows = async (
  db: Db,
  subject: FileSubject,
  fileIds: readonly string[],
  now: Date,
): Promise<number> => {
  const { numUpdatedRows } = await tables(db)
    .updateTable('stored_file')
    .set({ hidden_at: now.toISOString() })
    .where('community_id', '=', subject.communityId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('id', '=', sql<string>`any(${sql.val([...fileIds])}::uuid[])`)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

export const holdRows = async (
  db: Db,
  subject: FileSubject,
  fileIds: readonly string[],
  heldAt: Date | null,
): Promise<void> => {
  await tables(db)
    .updateTable('stored_file')
    .set({ held_at: heldAt?.toISOString() ?? null })
    .where('community_id', '=', subject.communityId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('id', '=', sql<string>`any(${sql.val([...fileIds])}::uuid[])`)
    .execute()
}

/** Writes down what a voice note says; false when none of that id hangs on any of these. */
export const updateTranscript = async (
  db: Db,
  voiceNote: { fileId: string; communityId: string; reportIds: readonly string[]; messageIds: readonly string[] },
  { transcript, by, now }: { transcript: string; by: string; now: Date },
): Promise<boolean> => {
  const { numUpdatedRows } = await tables(db)
    .updateTable('stored_file')
    .set({ transcript, transcribed_by: by, transcribed_at: now.toISOString() })
    .where('id', '=', voiceNote.fileId)
    .where('kind', '=', 'voice')
    .where('community_id', '=', voiceNote.communityId)
    .where(({ or, and, eb }) =>
      or([
        and([
          eb('subject_kind', '=', 'report'),
          eb('subject_id', '=', sql<string>`any(${sql.val([...voiceNote.reportIds])}::uuid[])`),
        ]),
        and([
          eb('subject_kind', '=', 'message'),
          eb('subject_id', '=', sql<string>`any(${sql.val([...voiceNote.messageIds])}::uuid[])`),
        ]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Forgets an upload at once. */
export const deleteUpload = async (db: Db, id: string): Promise<void> => {
  await tables(db).deleteFrom('stored_file').where('id', '=', id).where('subject_id', 'is', null).execute()
}

/** Forgets up to so many uploads that nobody attached to anything in time; their pieces go with them. */
export const deleteForgotten = (db: Db, now: Date, limit: number): Promise<Pick<StoredFileRow, 'id'>[]> =>
  tables(db)
    .deleteFrom('stored_file')
    .where('id', 'in', (query) =>
      query
        .selectFrom('stored_file')
        .select('id')
        .where('subject_id', 'is', null)
        .where('expires_at', '<=', now.toISOString())
        .limit(limit),
    )
    .where('subject_id', 'is', null)
    .returning('id')
    .execute()

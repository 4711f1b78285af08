import type { HeldKind, HoldReason, RefusalReason } from '@little-bench/shared/moderation/holds'
import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { HeldContent } from '../platform/db/tables.generated.ts'
import { isKeptFrom } from '../work-queue/index.ts'
import type { HeldAddress } from './moderation.ts'

type Db = DbOf<'held_content'>
export type HeldContentRow = Selectable<HeldContent>
interface RowAddress {
  communityId: string
  id: string
}

export const insertHeldContents = async (db: Db, rows: readonly Insertable<HeldContent>[]): Promise<void> => {
  if (rows.length > 0)
    await tables(db)
      .insertInto('held_content')
      .values([...rows])
      .execute()
}

/** Of which something can still be decided. */
export const findHeldContent = (db: Db, { communityId, id }: RowAddress): Promise<HeldContentRow | undefined> =>
  tables(db)
    .selectFrom('held_content')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

/** What of a subject is held or was decided, words first and pictures in the order of being held. */
export const listHeldOfSubject = (db: Db, communityId: string, subjectId: string): Promise<HeldContentRow[]> =>
  tables(db)
    .selectFrom('held_content')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('subject_id', '=', subjectId)
    .where('ended_at', 'is', null)
    .orderBy('kind', 'desc')
    .orderBy('id')
    .execute()

/** There is nothing left to decide of these. */
export const endHeldContents = async (
  db: Db,
  { communityId, subjectId }: Pick<HeldAddress, 'communityId' | 'subjectId'>,
  { kind, fileIds }: { kind?: HeldKind; fileIds?: readonly string[] },
  now: Date,
): Promise<void> => {
  await tables(db)
    .updateTable('held_content')
    .set({ ended_at: now.toISOString() })
    .where('community_id', '=', communityId)
    .where('subject_id', '=', subjectId)
    .where('ended_at', 'is', null)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'issue_words'))
    .$if(fileIds !== undefined, (query) =>
      query.where('file_id', '=', sql<string>`any(${sql.val([...(fileIds ?? [])])}::uuid[])`),
    )
    .execute()
}

/** The decision of a person, over the one that they have seen; undefined when that is no longer the latest. */
export const decide = (
  db: Db,
  { communityId, id }: RowAddress,
  decision: { reason: RefusalReason | null; by: string; seenDecisionAt: string | null },
  now: Date,
): Promise<HeldContentRow | undefined> =>
  tables(db)
    .updateTable('held_content')
    .set({
      state: decision.reason === null ? 'shown' : 'refused',
      reason: decision.reason,
      decided_by: decision.by,
      decided_at: now.toISOString(),
    })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where(({ or, and, eb }) => or([eb('state', '=', 'waiting'), and([eb('decided_by', 'is not', null)])]))
    .where(sql<boolean>`decided_at is not distinct from ${decision.seenDecisionAt}::timestamptz`)
    .returningAll()
    .executeTakeFirst()

/** WeChat is done with a picture: neighbours see it, or a person looks at it. False when it was not being asked. */
export const endAsking = async (
  db: Db,
  { communityId, id }: RowAddress,
  result: { state: 'shown'; why: null } | { state: 'waiting'; why: HoldReason },
): Promise<boolean> => {
  const { numUpdatedRows } = await tables(db)
    .updateTable('held_content')
    .set({ ...result, answer_due_at: null })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** WeChat was handed a picture once more; its answer is waited for until then. */
export const noteSubmission = async (db: Db, { communityId, id }: RowAddress, answerDueAt: Date): Promise<void> => {
  await tables(db)
    .updateTable('held_content')
    .set({ submissions: sql<number>`submissions + 1`, answer_due_at: answerDueAt.toISOString() })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .execute()
}

/** Of every community: whatever WeChat did not answer in time is for a person. Answers how many there were. */
export const endLateAsking = async (db: Db, now: Date): Promise<number> => {
  const { numUpdatedRows } = await tables(db)
    .updateTable('held_content')
    .set({ state: 'waiting', why: 'unanswered', answer_due_at: null })
    .where('state', '=', sql<'asked'>`'asked'`)
    .where('ended_at', 'is', null)
    .where('answer_due_at', '<=', now.toISOString())
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** For whom a list is: nobody reads there what is about them, or their own. */
interface Listing {
  communityId: string
  viewerId: string
  limit: number
}

const ofCommunity = (db: Db, { communityId, viewerId }: Omit<Listing, 'limit'>) =>
  tables(db)
    .selectFrom('held_content')
    .where('community_id', '=', communityId)
    .where('ended_at', 'is', null)
    .where(({ not, ref }) =>
      not(isKeptFrom(ref('held_content.community_id'), ref('held_content.work_item_id'), viewerId)),
    )

/** What waits for a person, the oldest first. */
export const listWaiting = (db: Db, listing: Listing, afterId: string | undefined): Promise<HeldContentRow[]> =>
  ofCommunity(db, listing)
    .selectAll()
    .where('state', '=', sql<'waiting'>`'waiting'`)
    .$if(afterId !== undefined, (query) => query.where('id', '>', afterId ?? ''))
    .orderBy('id')
    .limit(listing.limit + 1)
    .execute()

/** What a person decided, the newest first. */
export const listDecided = (
  db: Db,
  listing: Listing,
  before: { at: string; id: string } | undefined,
): Promise<HeldContentRow[]> =>
  ofCommunity(db, listing)
    .selectAll()
    .where('decided_by', 'is not', null)
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`(decided_at, id) < (${before?.at ?? ''}::timestamptz, ${before?.id ?? ''}::uuid)`),
    )
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .limit(listing.limit + 1)
    .execute()

export const countWaiting = async (db: Db, listing: Omit<Listing, 'limit'>): Promise<number> => {
  const { waiting } = await ofCommunity(db, listing)
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('state', '=', sql<'waiting'>`'waiting'`)
    .executeTakeFirstOrThrow()
  return Number(waiting)
}

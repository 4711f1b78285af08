import type { DisplayState } from '@little-bench/shared/moderation/holds'
import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { Issue } from '../platform/db/tables.generated.ts'

type Db = DbOf<'issue'>
export type IssueRow = Selectable<Issue>

/** What neighbours may know of, as the partial indexes say it and as isPublic does: the one place for every statement. */
export const IS_PUBLIC = sql<boolean>`visibility = 'public' and withdrawn_at is null and public_state = 'shown'`

export const insertIssue = async (db: Db, issue: Insertable<Issue>): Promise<void> => {
  await tables(db).insertInto('issue').values(issue).execute()
}

export const findIssueById = (db: Db, communityId: string, id: string): Promise<IssueRow | undefined> =>
  tables(db)
    .selectFrom('issue')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Public issues of a community, newest first; ids are UUIDv7, so their order is the order of time. */
export const listPublicIssueRows = (
  db: Db,
  communityId: string,
  beforeId: string | undefined,
  limit: number,
): Promise<IssueRow[]> =>
  tables(db)
    .selectFrom('issue')
    .selectAll()
    .where('community_id', '=', communityId)
    .where(IS_PUBLIC)
    .$if(beforeId !== undefined, (query) => query.where('id', '<', beforeId ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()

export const listIssuesByIds = (db: Db, communityId: string, ids: readonly string[]): Promise<IssueRow[]> =>
  tables(db)
    .selectFrom('issue')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`)
    .execute()

/** What neighbours have of it from now on. */
export const setPublicState = async (db: Db, communityId: string, id: string, state: DisplayState): Promise<void> => {
  await tables(db)
    .updateTable('issue')
    .set({ public_state: state })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** A withdrawn issue leaves every public list at once. */
export const markWithdrawn = async (db: Db, communityId: string, id: string, now: Date): Promise<void> => {
  await tables(db)
    .updateTable('issue')
    .set({ withdrawn_at: now.toISOString() })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** Neighbours read it no more. */
export const makePrivate = async (db: Db, communityId: string, id: string): Promise<void> => {
  await tables(db)
    .updateTable('issue')
    .set({ visibility: 'private' })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** Another category; one that may not be public takes the issue out of the public list. */
export const changeCategory = async (
  db: Db,
  communityId: string,
  id: string,
  serviceCode: string,
  isConfidential: boolean,
): Promise<void> => {
  await tables(db)
    .updateTable('issue')
    .set({ service_code: serviceCode, ...(isConfidential && { visibility: 'private' as const }) })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** Another place; a position that was sent with the former place no longer speaks of it. */
export const changePlace = async (db: Db, communityId: string, id: string, placeId: string): Promise<void> => {
  await tables(db)
    .updateTable('issue')
    .set({ place_id: placeId, lat: null, lng: null })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** Another reporter: whoever takes over what the counter filed for them. */
export const changeReporter = async (db: Db, communityId: string, id: string, reporterId: string): Promise<void> => {
  await tables(db)
    .updateTable('issue')
    .set({ reporter_id: reporterId })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** So many households have the same trouble. */
export const setEndorsements = async (db: Db, communityId: string, id: string, endorsements: number): Promise<void> => {
  await tables(db)
    .updateTable('issue')
    .set({ endorsements })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** Where issues are, by issue id. */
export const listPlacesOfIssues = async (
  db: Db,
  communityId: string,
  ids: readonly string[],
): Promise<Map<string, { placeId: string | null; position: { lat: number; lng: number } | null }>> => {
  const rows = await tables(db)
    .selectFrom('issue')
    .select(['id', 'place_id', 'lat', 'lng'])
    .where('community_id', '=', communityId)
    .where('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`)
    .execute()
  return new Map(
    rows.map(({ id, place_id: placeId, lat, lng }) => [
      id,
      { placeId, position: lat === null || lng === null ? null : { lat: Number(lat), lng: Number(lng) } },
    ]),
  )
}

/** Takes the positions out of everything that somebody has reported. */
export const forgetPositionsOf = async (db: DbOf<'issue'>, reporterId: string): Promise<void> => {
  await tables(db)
    .updateTable('issue')
    .set({ lat: null, lng: null })
    .where('reporter_id', '=', reporterId)
    .where('lat', 'is not', null)
    .execute()
}

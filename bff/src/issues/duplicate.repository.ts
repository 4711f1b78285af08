import { sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import { IS_PUBLIC, type IssueRow } from './issue.repository.ts'

/** Where an issue would have to be: at one of these places, or within the box. */
export interface Surroundings {
  serviceCode: string
  placeIds: readonly string[]
  box: { south: number; west: number; north: number; east: number } | null
}

/** Public issues of a category that are around there, newest first; private ones are never looked at. */
export const listPublicIssuesAround = (
  db: DbOf<'issue'>,
  communityId: string,
  { serviceCode, placeIds, box }: Surroundings,
  limit: number,
): Promise<IssueRow[]> =>
  tables(db)
    .selectFrom('issue')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('service_code', '=', serviceCode)
    .where(IS_PUBLIC)
    .where((issue) =>
      issue.or([
        issue('place_id', '=', sql<string>`any(${[...placeIds]}::text[])`),
        ...(box
          ? [issue.and([issue.between('lat', box.south, box.north), issue.between('lng', box.west, box.east)])]
          : []),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

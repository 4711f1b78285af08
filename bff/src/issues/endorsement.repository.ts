import { sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'

type Db = DbOf<'issue_endorsement'>
interface IssueAddress {
  communityId: string
  issueId: string
}

export const insertEndorsement = async (
  db: Db,
  { communityId, issueId }: IssueAddress,
  personId: string,
  now: Date,
): Promise<void> => {
  await tables(db)
    .insertInto('issue_endorsement')
    .values({ community_id: communityId, issue_id: issueId, person_id: personId, created_at: now.toISOString() })
    .execute()
}

/** Whoever endorsed the one endorses the other too, but for these people. */
export const copyEndorsements = async (
  db: Db,
  { fromId, to: { communityId, issueId }, except }: { fromId: string; to: IssueAddress; except: readonly string[] },
  now: Date,
): Promise<void> => {
  await tables(db)
    .insertInto('issue_endorsement')
    .columns(['community_id', 'issue_id', 'person_id', 'created_at'])
    .expression((endorsement) =>
      endorsement
        .selectFrom('issue_endorsement')
        .select([
          'community_id',
          sql<string>`${issueId}::uuid`.as('issue_id'),
          'person_id',
          sql<string>`${now.toISOString()}::timestamptz`.as('created_at'),
        ])
        .where('community_id', '=', communityId)
        .where('issue_id', '=', fromId)
        .where('person_id', '<>', sql<string>`all(${[...except]}::uuid[])`),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const deleteEndorsements = async (
  db: Db,
  { communityId, issueId }: IssueAddress,
  personIds: readonly string[],
): Promise<void> => {
  await tables(db)
    .deleteFrom('issue_endorsement')
    .where('community_id', '=', communityId)
    .where('issue_id', '=', issueId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .execute()
}

/** Everybody who said 我也一样 and has not taken it back. */
export const listEndorsers = async (db: Db, { communityId, issueId }: IssueAddress): Promise<string[]> => {
  const rows = await tables(db)
    .selectFrom('issue_endorsement')
    .select('person_id')
    .where('community_id', '=', communityId)
    .where('issue_id', '=', issueId)
    .execute()
  return rows.map((row) => row.person_id)
}

/** Which of these issues any of these people endorsed. */
export const listEndorsedIssues = async (
  db: Db,
  communityId: string,
  issueIds: readonly string[],
  personIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await tables(db)
    .selectFrom('issue_endorsement')
    .select('issue_id')
    .where('community_id', '=', communityId)
    .where('issue_id', '=', sql<string>`any(${[...issueIds]}::uuid[])`)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .execute()
  return new Set(rows.map((row) => row.issue_id))
}

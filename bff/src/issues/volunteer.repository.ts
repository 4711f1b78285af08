import { type Insertable, sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { VolunteerMembership } from '../platform/db/tables.generated.ts'
import { isSolved } from '../work-queue/index.ts'
import { IS_PUBLIC } from './issue.repository.ts'

type Db = DbOf<'volunteer_membership' | 'issue'>

/** Joining twice is joining once. */
export const insertMemberships = async (db: Db, rows: readonly Insertable<VolunteerMembership>[]): Promise<void> => {
  if (rows.length === 0) return
  await tables(db)
    .insertInto('volunteer_membership')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const deleteMembership = async (
  db: Db,
  communityId: string,
  teamId: string,
  personId: string,
): Promise<void> => {
  await tables(db)
    .deleteFrom('volunteer_membership')
    .where('community_id', '=', communityId)
    .where('team_id', '=', teamId)
    .where('person_id', '=', personId)
    .execute()
}

export const isMember = async (db: Db, communityId: string, teamId: string, personId: string): Promise<boolean> => {
  const row = await tables(db)
    .selectFrom('volunteer_membership')
    .select('team_id')
    .where('community_id', '=', communityId)
    .where('team_id', '=', teamId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

/** How many are in each of these teams, and whether this person is; teams without anybody are left out. */
export const countMembers = async (
  db: Db,
  communityId: string,
  teamIds: readonly string[],
  personId: string | null,
): Promise<Map<string, { members: number; isMember: boolean }>> => {
  const rows = await tables(db)
    .selectFrom('volunteer_membership')
    .select(({ fn }) => [
      'team_id',
      fn.countAll<number>().as('members'),
      sql<boolean>`coalesce(bool_or(person_id = ${personId}::uuid), false)`.as('is_member'),
    ])
    .where('community_id', '=', communityId)
    .where('team_id', '=', sql<string>`any(${[...teamIds]}::text[])`)
    .groupBy('team_id')
    .execute()
  return new Map(rows.map(({ team_id: id, members, is_member: isIn }) => [id, { members, isMember: isIn }]))
}

/** What neighbours may know of that was reported for these teams, and how much of it was solved; without any a team is left out. */
export const countTeamReports = async (
  db: Db,
  communityId: string,
  teamIds: readonly string[],
): Promise<Map<string | null, { reported: number; solved: number }>> => {
  const rows = await tables(db)
    .selectFrom('issue')
    .select(({ fn, ref }) => [
      'team_id',
      fn.countAll<number>().as('reported'),
      fn
        .countAll<number>()
        .filterWhere(isSolved(ref('issue.community_id'), ref('issue.work_item_id')))
        .as('solved'),
    ])
    .where('community_id', '=', communityId)
    .where('team_id', '=', sql<string>`any(${[...teamIds]}::text[])`)
    .where(IS_PUBLIC)
    .groupBy('team_id')
    .execute()
  return new Map(rows.map(({ team_id: id, ...counts }) => [id, counts]))
}

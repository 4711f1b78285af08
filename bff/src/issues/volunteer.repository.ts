import { type Insertable, sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { VolunteerMembership } from '../platform/db/tables.generated.ts'

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

/** How many are in each team, and whether this person is; teams without anybody are left out. */
export const countMembers = async (
  db: Db,
  communityId: string,
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
    .groupBy('team_id')
    .execute()
  return new Map(rows.map(({ team_id: id, members, is_member: isIn }) => [id, { members, isMember: isIn }]))
}

/** What was reported for teams and not taken back: the team and the item of each. */
export const listTeamReports = (
  db: Db,
  communityId: string,
): Promise<{ team_id: string | null; work_item_id: string }[]> =>
  tables(db)
    .selectFrom('issue')
    .select(['team_id', 'work_item_id'])
    .where('community_id', '=', communityId)
    .where('team_id', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .execute()

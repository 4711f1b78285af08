import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { Household } from '../platform/db/tables.generated.ts'

type Db = DbOf<'household' | 'household_member'>
export type HouseholdRow = Pick<Selectable<Household>, 'community_id' | 'id' | 'place_id'>
export interface MemberRow {
  person_id: string
  joined_at: string
}

/** Which household; its community leads every key. */
export interface HouseholdKey {
  communityId: string
  id: string
}

/** The household that somebody is a member of now. */
export const findHouseholdOf = (db: Db, personId: string): Promise<HouseholdRow | undefined> =>
  tables(db)
    .selectFrom('household')
    .innerJoin('household_member as member', (join) =>
      join
        .onRef('member.community_id', '=', 'household.community_id')
        .onRef('member.household_id', '=', 'household.id'),
    )
    .select(['household.community_id', 'household.id', 'household.place_id'])
    .where('member.person_id', '=', personId)
    .where('member.left_at', 'is', null)
    .executeTakeFirst()

/** The unit of «one per household»; null for somebody who has not joined one. */
export const householdIdOf = async (db: Db, personId: string): Promise<string | null> =>
  (await findHouseholdOf(db, personId))?.id ?? null

/** Somebody and whoever lives with them now; without a household they are alone. */
export const listHousemates = async (db: Db, personId: string): Promise<string[]> => {
  const household = await findHouseholdOf(db, personId)
  if (!household) return [personId]
  const members = await listMembersOf(db, { communityId: household.community_id, id: household.id })
  return members.map((member) => member.person_id)
}

/** How many households these people are of now; whoever has none counts as one. */
export const countHouseholdsOf = async (db: Db, personIds: readonly string[]): Promise<number> => {
  const { rows } = await sql<{ households: number }>`
    select count(distinct coalesce(member.household_id, person.id)) as households
    from unnest(${[...personIds]}::uuid[]) as person (id)
    left join household_member as member on member.person_id = person.id and member.left_at is null`.execute(tables(db))
  return rows[0]?.households ?? 0
}

/** Who lives there now, the longest first. */
export const listMembersOf = (db: Db, { communityId, id }: HouseholdKey): Promise<MemberRow[]> =>
  tables(db)
    .selectFrom('household_member')
    .select(['person_id', 'joined_at'])
    .where('community_id', '=', communityId)
    .where('household_id', '=', id)
    .where('left_at', 'is', null)
    .orderBy('joined_at')
    .orderBy('person_id')
    .execute()

export const insertHousehold = async (db: Db, household: Insertable<Household>): Promise<void> => {
  await tables(db).insertInto('household').values(household).execute()
}

/** Holds a household that has not ended: nobody else joins or leaves it until the transaction ends. */
export const lockHousehold = async (trx: Trx, { communityId, id }: HouseholdKey): Promise<boolean> => {
  const row = await tables<'household'>(trx)
    .selectFrom('household')
    .select('id')
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** False for somebody who is in a household already: the index of members decides, whoever comes at once. */
export const insertMember = async (
  db: Db,
  { communityId, id }: HouseholdKey,
  personId: string,
  now: Date,
): Promise<boolean> => {
  const inserted = await tables(db)
    .insertInto('household_member')
    .values({ community_id: communityId, household_id: id, person_id: personId, joined_at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return inserted !== undefined
}

export const endMembership = async (
  db: Db,
  { communityId, id }: HouseholdKey,
  personId: string,
  now: Date,
): Promise<void> => {
  await tables(db)
    .updateTable('household_member')
    .set({ left_at: now.toISOString() })
    .where('community_id', '=', communityId)
    .where('household_id', '=', id)
    .where('person_id', '=', personId)
    .where('left_at', 'is', null)
    .execute()
}

export const endHousehold = async (db: Db, { communityId, id }: HouseholdKey, now: Date): Promise<void> => {
  await tables(db)
    .updateTable('household')
    .set({ ended_at: now.toISOString() })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

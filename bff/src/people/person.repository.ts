import type { SignInMethod } from '@little-bench/shared/people/sign-in'
import { type CompiledQuery, type NotNull, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import { prepared } from '../platform/db/prepared.ts'
import type { RoleAssignment } from '../platform/http/viewer.ts'

type Db = DbOf<'person' | 'role_assignment' | 'session'>

export interface PersonRow {
  id: string
  name: string
  is_demo: boolean
  roles: RoleAssignment[]
}

/** Somebody with a token and what it reaches: a desk or not, or one case when it is no session of an account. */
export type TokenHolderRow = PersonRow & {
  case_community_id: string | null
  case_id: string | null
  reaches_desk: boolean
  method: SignInMethod
  last_seen_at: string
}

const people = (db: Db) =>
  tables(db)
    .selectFrom('person')
    .select((person) => [
      'person.id',
      'person.name',
      'person.is_demo',
      jsonArrayFrom(
        person
          .selectFrom('role_assignment as assignment')
          .select([
            'assignment.role',
            'assignment.community_id as communityId',
            'assignment.grid_cell_id as gridCellId',
            'assignment.unit_id as unitId',
          ])
          .whereRef('assignment.person_id', '=', 'person.id'),
      ).as('roles'),
    ])

let personByToken: CompiledQuery<TokenHolderRow> | undefined

/** Who holds a token that still counts. Every request asks this, so the statement is built and compiled once. */
export const findPersonByTokenHash = async (
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<TokenHolderRow | undefined> => {
  const parameters = [tokenHash, now.toISOString()] as const
  personByToken ??= people(db)
    .innerJoin('session', 'session.person_id', 'person.id')
    .select(['session.case_community_id', 'session.case_id', 'session.reaches_desk', 'session.method'])
    .select('session.last_seen_at')
    .where('session.token_hash', '=', parameters[0])
    .where('session.expires_at', '>', parameters[1])
    // One that began while the account was being closed counts for nothing.
    .where('person.closed_at', 'is', null)
    .compile()
  const { rows } = await tables(db).executeQuery<TokenHolderRow>({ ...personByToken, parameters })
  return rows[0]
}

export const findPersonById = (db: Db, personId: string): Promise<PersonRow | undefined> =>
  people(db).where('person.id', '=', personId).executeTakeFirst()

/**
 * What somebody gives, joins or leaves is done one after the other until the transaction ends. Not `for update`: whoever
 * acts for them just now writes rows that refer to the person, and would wait here for what waits for them.
 */
export const lockPerson = async (trx: Trx, personId: string): Promise<void> => {
  const db: DbOf<'person'> = trx
  await tables(db).selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute()
}

/**
 * The same for an account that is still there: false when it was closed, or has become one with another, while somebody
 * waited here.
 */
export const lockAccount = async (trx: Trx, personId: string): Promise<boolean> => {
  const db: DbOf<'person'> = trx
  const locked = await accounts(db).where('id', '=', personId).forNoKeyUpdate().executeTakeFirst()
  return locked !== undefined
}

/**
 * The same for two at once, in one order for everybody; false when one of them is not there any more. Not `for update`
 * either: whoever taps twice has written who they are already, and the two would wait for each other.
 */
export const lockAccounts = async (trx: Trx, ids: readonly [string, string]): Promise<boolean> => {
  const db: DbOf<'person'> = trx
  const locked = await accounts(db)
    .where('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return locked.length === ids.length
}

const accounts = (db: DbOf<'person'>) =>
  tables(db).selectFrom('person').select('id').where('closed_at', 'is', null).where('merged_into', 'is', null)

/** Since when somebody is known here; the older account is the one that stays. */
export const findCreatedAt = async (db: Db, personId: string): Promise<string> =>
  (await tables(db).selectFrom('person').select('created_at').where('id', '=', personId).executeTakeFirstOrThrow())
    .created_at

/** `name` is masked, or a role. */
export const renamePerson = async (db: Db, personId: string, name: string): Promise<void> => {
  await tables(db).updateTable('person').set({ name }).where('id', '=', personId).execute()
}

/** Of these, whose account has become one with another, and with whose. */
export const listMergedInto = async (db: Db, ids: readonly string[]): Promise<{ id: string; merged_into: string }[]> =>
  tables(db)
    .selectFrom('person')
    .select(['id', 'merged_into'])
    .where('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`)
    .where('merged_into', 'is not', null)
    .$narrowType<{ merged_into: NotNull }>()
    .execute()

export const findDemoPersonById = (db: Db, personId: string): Promise<PersonRow | undefined> =>
  people(db).where('person.id', '=', personId).where('person.is_demo', '=', true).executeTakeFirst()

export const listDemoPeopleRows = (db: Db): Promise<PersonRow[]> =>
  people(db).where('person.is_demo', '=', true).orderBy('person.name').execute()

/** Names alone: a list asks for a page of them, and what each person may do would cost more than the rest of it. */
export const listNamesByIds = (db: Db, ids: readonly string[]): Promise<NameRow[]> => namesByIds(db, { ids })

type NameRow = Pick<PersonRow, 'id' | 'name' | 'is_demo'>
const namesByIds = prepared<NameRow, 'ids', 'person'>((db, slot) =>
  db
    .selectFrom('person')
    .select(['id', 'name', 'is_demo'])
    .where('id', '=', sql<string>`any(${slot('ids')}::uuid[])`),
)

/** Everybody who works for this community or unit, and none of its thousands of residents; what each serves follows from configuration. */
export const listPeopleInScope = (
  db: Db,
  scope: { communityId: string | null; unitId: string | null },
): Promise<PersonRow[]> =>
  people(db)
    .where((person) =>
      person.exists(
        person
          .selectFrom('role_assignment as scoped')
          .select('scoped.person_id')
          .whereRef('scoped.person_id', '=', 'person.id')
          .where('scoped.role', '<>', 'resident')
          .where((assignment) =>
            assignment.or([
              assignment('scoped.community_id', '=', scope.communityId),
              assignment('scoped.unit_id', '=', scope.unitId),
            ]),
          ),
      ),
    )
    .orderBy('person.name')
    .execute()

/** Somebody whom only the counter knows; `name` is masked, the whole one is sealed elsewhere. */
export const insertPerson = async (
  db: Db,
  { id, name, communityId }: { id: string; name: string; communityId: string },
  now: Date,
): Promise<void> => {
  await tables(db).insertInto('person').values({ id, name, is_demo: false, created_at: now.toISOString() }).execute()
  await tables(db)
    .insertInto('role_assignment')
    .values({ person_id: id, role: 'resident', community_id: communityId, grid_cell_id: null, unit_id: null })
    .execute()
}

/** Somebody of whom no name is kept here and who may do nothing: what they are a side of keeps it. */
export const insertNameless = async (db: Db, id: string, now: Date): Promise<void> => {
  await tables(db)
    .insertInto('person')
    .values({ id, name: '居民', is_demo: false, created_at: now.toISOString() })
    .execute()
}

/** Who of these has closed their account: a demonstration does not bring them back. */
export const listClosedIds = async (db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await tables(db)
    .selectFrom('person')
    .select('id')
    .where('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`)
    .where('closed_at', 'is not', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export const insertDemoPerson = async (
  db: Db,
  person: { id: string; name: string; roles: readonly RoleAssignment[] },
  now: Date,
): Promise<void> => {
  await tables(db)
    .insertInto('person')
    .values({ id: person.id, name: person.name, is_demo: true, created_at: now.toISOString() })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: person.name }))
    .execute()
  await tables(db).deleteFrom('role_assignment').where('person_id', '=', person.id).execute()
  if (person.roles.length === 0) return
  await tables(db)
    .insertInto('role_assignment')
    .values(
      person.roles.map((assignment) => ({
        person_id: person.id,
        role: assignment.role,
        community_id: assignment.communityId,
        grid_cell_id: assignment.gridCellId,
        unit_id: assignment.unitId,
      })),
    )
    .execute()
}

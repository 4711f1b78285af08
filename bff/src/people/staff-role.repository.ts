import type { Role } from '@little-bench/shared/people/roles'
import { sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { RoleAssignment } from '../platform/http/viewer.ts'

type Db = DbOf<'person' | 'role_assignment'>

/** A role and exactly what it reaches. */
export type ScopedRole = RoleAssignment

const exactly = (personId: string, { role, communityId, gridCellId, unitId }: ScopedRole) => ({
  person_id: personId,
  role,
  community_id: communityId,
  grid_cell_id: gridCellId,
  unit_id: unitId,
})

/** Until the transaction ends nobody else gives or ends a role: two administrators must not end each other at once. */
export const holdStaffRoles = async (trx: Trx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('staff roles', 0))`.execute(trx)
}

/** Somebody who has it keeps it. */
export const giveRole = async (db: Db, personId: string, scoped: ScopedRole): Promise<void> => {
  await tables(db)
    .insertInto('role_assignment')
    .values(exactly(personId, scoped))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** False when they did not have it. */
export const endRole = async (db: Db, personId: string, scoped: ScopedRole): Promise<boolean> => {
  const { numDeletedRows } = await tables(db)
    .deleteFrom('role_assignment')
    .where('person_id', '=', personId)
    .where('role', '=', scoped.role)
    .where('community_id', 'is not distinct from', scoped.communityId)
    .where('grid_cell_id', 'is not distinct from', scoped.gridCellId)
    .where('unit_id', 'is not distinct from', scoped.unitId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export const countWithRole = async (db: Db, role: Role): Promise<number> => {
  const { people } = await tables(db)
    .selectFrom('role_assignment')
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .where('role', '=', role)
    .executeTakeFirstOrThrow()
  return people
}

/** Every role of everybody who works here. */
export const listStaffRoles = (db: Db): Promise<(ScopedRole & { personId: string; name: string })[]> =>
  tables(db)
    .selectFrom('role_assignment as assignment')
    .innerJoin('person', 'person.id', 'assignment.person_id')
    .select([
      'person.id as personId',
      'person.name',
      'assignment.role',
      'assignment.community_id as communityId',
      'assignment.grid_cell_id as gridCellId',
      'assignment.unit_id as unitId',
    ])
    .where('assignment.role', '<>', 'resident')
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()

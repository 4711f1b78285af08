import { sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'

/** One old grid cell and one of the new ones that were cut out of it. */
export interface CellSuccession {
  from: string
  to: string
}

/** Who works in which grid cell of a community, by name. Everybody may ask this, so it reads nobody else. */
export const listGridWorkers = (
  db: DbOf<'role_assignment' | 'person'>,
  communityId: string,
): Promise<{ grid_cell_id: string | null; person_id: string }[]> =>
  tables(db)
    .selectFrom('role_assignment as assignment')
    .innerJoin('person', 'person.id', 'assignment.person_id')
    .select(['assignment.grid_cell_id', 'assignment.person_id'])
    .where('assignment.community_id', '=', communityId)
    .where('assignment.role', '=', sql.lit('grid_worker' as const))
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()

/** Whoever had a role in an old grid cell has it in every new one that was cut out of it, once. */
export const moveGridRoles = async (
  db: DbOf<'role_assignment'>,
  communityId: string,
  successions: readonly CellSuccession[],
): Promise<void> => {
  const [from, to] = [successions.map((each) => each.from), successions.map((each) => each.to)]
  await sql`
    with left_behind as (
      delete from role_assignment where community_id = ${communityId} and grid_cell_id = any(${from}::text[])
      returning *
    )
    insert into role_assignment (person_id, role, community_id, grid_cell_id, unit_id)
    select distinct person_id, role, community_id, succession.successor, unit_id
    from left_behind
    join unnest(${from}::text[], ${to}::text[]) as succession (old, successor) on succession.old = left_behind.grid_cell_id
    on conflict do nothing`.execute(tables(db))
}

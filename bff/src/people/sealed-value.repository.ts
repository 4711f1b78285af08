import { sql } from 'kysely'
import { tables } from '../platform/db/database.ts'
import type { Resealed, SealedColumnOf } from '../platform/db/sealed-column.ts'
import {
  childcareNotePurpose,
  childPurpose,
  contactPurpose,
  factPurpose,
  mealPurpose,
  pickUpPurpose,
} from './sealed-purposes.ts'

export type { Resealed, SealedValue } from '../platform/db/sealed-column.ts'

/** Tables whose rows are found by their community and id. */
type CommunityTable = 'child' | 'child_pick_up' | 'childcare_booking' | 'meal_order' | 'standing_order'

type SealedColumn = SealedColumnOf<'resident_fact' | 'person_contact' | CommunityTable>

const arraysOf = (values: readonly Resealed[]) => ({
  ids: sql.val(values.map(({ id }) => id)),
  before: sql.val(values.map((value) => value.before)),
  after: sql.val(values.map((value) => value.after)),
})

const FIRST = '00000000-0000-0000-0000-000000000000'

const facts: SealedColumn = {
  name: 'resident_fact.sealed_value',
  async list(db, afterId, limit) {
    const rows = await tables(db)
      .selectFrom('resident_fact')
      .select(['id', 'kind', 'sealed_value'])
      .where('id', '>', afterId ?? FIRST)
      .where('sealed_value', 'is not', null)
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map((row) => ({ id: row.id, sealed: row.sealed_value ?? '', purpose: factPurpose(row.id, row.kind) }))
  },
  async replace(db, values) {
    const { ids, before, after } = arraysOf(values)
    const { numAffectedRows } = await sql`
      update resident_fact set sealed_value = resealed.after
      from unnest(${ids}::uuid[], ${before}::text[], ${after}::text[]) as resealed (id, before, after)
      where resident_fact.id = resealed.id and resident_fact.sealed_value = resealed.before`.execute(tables(db))
    return Number(numAffectedRows)
  },
}

const contactColumn = (column: 'sealed_name' | 'sealed_phone', field: 'name' | 'phone'): SealedColumn => ({
  name: `person_contact.${column}`,
  async list(db, afterId, limit) {
    const rows = await tables(db)
      .selectFrom('person_contact')
      .select(['person_id', column])
      .where('person_id', '>', afterId ?? FIRST)
      .where(column, 'is not', null)
      .orderBy('person_id')
      .limit(limit)
      .execute()
    return rows.map((row) => ({
      id: row.person_id,
      sealed: row[column] ?? '',
      purpose: contactPurpose(row.person_id, field),
    }))
  },
  async replace(db, values) {
    const { ids, before, after } = arraysOf(values)
    const sealed = sql.ref(column)
    const { numAffectedRows } = await sql`
      update person_contact set ${sealed} = resealed.after
      from unnest(${ids}::uuid[], ${before}::text[], ${after}::text[]) as resealed (id, before, after)
      where person_contact.person_id = resealed.id and person_contact.${sealed} = resealed.before`.execute(tables(db))
    return Number(numAffectedRows)
  },
})

/** A column of rows that are found by their community and id. */
const ofCommunity = (table: CommunityTable, column: string, purposeOf: (id: string) => string): SealedColumn => ({
  name: `${table}.${column}`,
  async list(db, afterId, limit) {
    const { rows } = await sql<{ id: string; sealed: string }>`
      select id, ${sql.ref(column)} as sealed from ${sql.table(table)}
      where id > ${afterId ?? FIRST} and ${sql.ref(column)} is not null order by id limit ${limit}`.execute(tables(db))
    return rows.map((row) => ({ ...row, purpose: purposeOf(row.id) }))
  },
  async replace(db, values) {
    const { ids, before, after } = arraysOf(values)
    const sealed = sql.ref(column)
    const { numAffectedRows } = await sql`
      update ${sql.table(table)} set ${sealed} = resealed.after
      from unnest(${ids}::uuid[], ${before}::text[], ${after}::text[]) as resealed (id, before, after)
      where ${sql.table(table)}.id = resealed.id and ${sql.table(table)}.${sealed} = resealed.before`.execute(
      tables(db),
    )
    return Number(numAffectedRows)
  },
})

export const SEALED_COLUMNS: readonly SealedColumn[] = [
  facts,
  contactColumn('sealed_name', 'name'),
  contactColumn('sealed_phone', 'phone'),
  ofCommunity('child', 'sealed_nickname', (id) => childPurpose(id, 'nickname')),
  ofCommunity('child', 'sealed_born_in', (id) => childPurpose(id, 'born_in')),
  ofCommunity('child', 'sealed_allergies', (id) => childPurpose(id, 'allergies')),
  ofCommunity('child_pick_up', 'sealed_name', (id) => pickUpPurpose(id, 'name')),
  ofCommunity('child_pick_up', 'sealed_phone', (id) => pickUpPurpose(id, 'phone')),
  ofCommunity('childcare_booking', 'sealed_note', childcareNotePurpose),
  ofCommunity('meal_order', 'sealed_door', (id) => mealPurpose('meal_order', id, 'door')),
  ofCommunity('meal_order', 'sealed_note', (id) => mealPurpose('meal_order', id, 'note')),
  ofCommunity('standing_order', 'sealed_door', (id) => mealPurpose('standing_order', id, 'door')),
  ofCommunity('standing_order', 'sealed_note', (id) => mealPurpose('standing_order', id, 'note')),
]

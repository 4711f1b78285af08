import { type Kysely, sql } from 'kysely'

/** What is checked now is read, so that migrations of one day that add to the same list agree. */
const changeWords = async (
  db: Kysely<unknown>,
  { table, column }: { table: string; column: string },
  change: (words: string[]) => string[],
): Promise<void> => {
  const name = `${table}_${column}_check`
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conname = ${name}`.execute(db)
  const words = [...(rows[0]?.definition ?? '').matchAll(/'(\w+)'::text/g)].map(([, word = '']) => word)
  const listed = sql.join(change(words).map((word) => sql.lit(word)))
  await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(db)
  await sql`
    alter table ${sql.table(table)} add constraint ${sql.ref(name)}
    check (${sql.ref(column)} in (${listed}))`.execute(db)
}

const INBOX = { table: 'inbox_message', column: 'kind' }
const READS = { table: 'confidential_read', column: 'what' }

const NOTICES = [
  'seat_offered',
  'seat_passed_on',
  'wait_ended',
  'slot_cancelled',
  'standing_order_made',
  'standing_order_waiting',
  'standing_order_failed',
  'absence_check',
  'child_arrived',
  'child_picked_up',
  'child_not_picked_up',
]

/** What people are told of their bookings, and that the doors of a delivery round were read. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await changeWords(db, INBOX, (words) => [...words, ...NOTICES])
  await changeWords(db, READS, (words) => [...words, 'delivery_sheet'])
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`delete from confidential_read where what = 'delivery_sheet'`.execute(db)
  await sql`delete from inbox_message where kind = any(${NOTICES}::text[])`.execute(db)
  await changeWords(db, READS, (words) => words.filter((word) => word !== 'delivery_sheet'))
  await changeWords(db, INBOX, (words) => words.filter((word) => !NOTICES.includes(word)))
}

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
const NOTICES = ['child_arrival_undone', 'child_pick_up_undone']

/** A family that was told of its child is told too when that was a mistake. */
export const up = (db: Kysely<unknown>): Promise<void> => changeWords(db, INBOX, (words) => [...words, ...NOTICES])

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`delete from inbox_message where kind = any(${NOTICES}::text[])`.execute(db)
  await changeWords(db, INBOX, (words) => words.filter((word) => !NOTICES.includes(word)))
}

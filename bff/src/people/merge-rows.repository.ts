import { sql } from 'kysely'
import type { Trx } from '../platform/db/database.ts'
import { MERGE_RULES, type MergeRule } from './merge-rules.ts'

/** Two people who are one: whose rows move, and to whom. */
export interface Merged {
  fromId: string
  toId: string
}

/** Moves every row that follows its person without anything else; the database refuses what contradicts. */
export const moveRows = async (trx: Trx, merged: Merged): Promise<void> => {
  for (const [name, rule] of Object.entries(MERGE_RULES)) {
    const [table = '', column = ''] = name.split('.')
    if (isKept(rule)) await dropDoubles(trx, { table, column, same: rule.keep }, merged)
    if (rule !== 'apart') await moveColumn(trx, table, column, merged)
  }
}

const isKept = (rule: MergeRule): rule is Exclude<MergeRule, string> => typeof rule === 'object'

export const moveColumn = async (trx: Trx, table: string, column: string, { fromId, toId }: Merged): Promise<void> => {
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${toId} where ${sql.ref(column)} = ${fromId}`.execute(
    trx,
  )
}

/** Of what is there twice the one that stays counts. */
export const dropDoubles = async (
  trx: Trx,
  { table, column, same }: { table: string; column: string; same: readonly string[] },
  { fromId, toId }: Merged,
): Promise<void> => {
  const alike = same.map((name) => sql` and kept.${sql.ref(name)} is not distinct from doubled.${sql.ref(name)}`)
  await sql`
    delete from ${sql.table(table)} as doubled using ${sql.table(table)} as kept
    where doubled.${sql.ref(column)} = ${fromId} and kept.${sql.ref(column)} = ${toId}
    ${sql.join(alike, sql``)}`.execute(trx)
}

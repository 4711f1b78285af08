import type { RetentionName } from '@little-bench/shared/privacy/retention'
import type { Database } from '../platform/db/database.ts'
import { cutoffOf, type PersonalData } from '../platform/db/personal-data.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Log } from '../platform/log/log.ts'
import { countDue, ensureNobody, expireSome } from './personal-row.repository.ts'

/** What a rule would do to one table now. */
export interface DueRows {
  table: string
  rule: RetentionName
  does: 'delete' | 'forget'
  due: number
}

/** Counts what is due, and changes nothing. What only waits for other rows to go first is not counted yet. */
export const listDue = async (db: Database, inventory: readonly PersonalData[], now: Date): Promise<DueRows[]> => {
  const rows: DueRows[] = []
  for (const data of inventory) {
    for (const expiry of data.expiries) {
      const due = await countDue(db, data, expiry, cutoffOf(expiry.rule, now))
      rows.push({ table: data.table, rule: expiry.rule, does: expiry.set ? 'forget' : 'delete', due })
    }
  }
  return rows
}

/** Lets go of everything that is due, a few hundred rows at a time, so that nobody waits for it. */
export const expire = async (
  db: Database,
  inventory: readonly PersonalData[],
  now: Date,
  log: Log,
): Promise<DueRows[]> => {
  await ensureNobody(db, now)
  const done: DueRows[] = []
  for (const data of inventory) {
    for (const expiry of data.expiries) {
      const cutoff = cutoffOf(expiry.rule, now)
      let [due, some] = [0, 0]
      do {
        some = await inTransaction(db, now, PLAIN_WRITE, async (trx) => {
          const rows = await expireSome(trx, data, expiry, cutoff, now)
          if (!expiry.set) await data.alsoGone?.(trx, rows)
          return rows.length
        })
        due += some
      } while (some > 0)
      if (due > 0) log.info({ table: data.table, rule: expiry.rule, rows: due }, 'retention')
      done.push({ table: data.table, rule: expiry.rule, does: expiry.set ? 'forget' : 'delete', due })
    }
  }
  return done
}

import type { Sealer } from '../platform/crypto/sealer.ts'
import type { Database } from '../platform/db/database.ts'
import type { SealedColumnOf } from '../platform/db/sealed-column.ts'
import type { DB } from '../platform/db/tables.generated.ts'
import { type Resealed, SEALED_COLUMNS, type SealedValue } from './sealed-value.repository.ts'

const BATCH = 500

/** A column of any table. */
export type AnySealedColumn = SealedColumnOf<keyof DB>

/** What a rotation did to one column. */
interface Rotated {
  column: string
  /** Sealed with the present key now. */
  resealed: number
  /** They were already. */
  current: number
  /** Changed while it ran; whoever changed them sealed them. */
  changed: number
  /** Ids of rows whose value does not open: the key is gone, or the value was moved. They are left as they are. */
  unreadable: string[]
}

/**
 * Seals every value with the first key of `FIELD_KEYS`, in batches, each in a statement of its own: begun again after an
 * interruption, it goes over what is done and does the rest. A value that somebody changes meanwhile is not overwritten.
 */
export const rotateKeys = async (
  db: Database,
  sealer: Sealer,
  columns: readonly AnySealedColumn[] = SEALED_COLUMNS,
): Promise<Rotated[]> => {
  const rotated: Rotated[] = []
  for (const column of columns) rotated.push(await rotateColumn(db, sealer, column))
  return rotated
}

/** How many values the other keys are still needed for; with none left they can be thrown away. */
export const countForOldKeys = async (
  db: Database,
  sealer: Sealer,
  columns: readonly AnySealedColumn[] = SEALED_COLUMNS,
): Promise<number> => {
  let count = 0
  for (const column of columns) {
    for await (const values of batchesOf(db, column)) {
      count += values.filter(({ sealed }) => !sealer.isCurrent(sealed)).length
    }
  }
  return count
}

async function* batchesOf(db: Database, column: AnySealedColumn): AsyncGenerator<SealedValue[]> {
  let values = await column.list(db, null, BATCH)
  while (values.length > 0) {
    yield values
    values = await column.list(db, values.at(-1)?.id ?? null, BATCH)
  }
}

const rotateColumn = async (db: Database, sealer: Sealer, column: AnySealedColumn): Promise<Rotated> => {
  const done: Rotated = { column: column.name, resealed: 0, current: 0, changed: 0, unreadable: [] }
  for await (const values of batchesOf(db, column)) {
    const old = values.filter(({ sealed }) => !sealer.isCurrent(sealed))
    const resealed = old.flatMap((value) => reseal(sealer, value) ?? [])
    const written = resealed.length === 0 ? 0 : await column.replace(db, resealed)
    const readable = new Set(resealed.map(({ id }) => id))
    done.current += values.length - old.length
    done.resealed += written
    done.changed += resealed.length - written
    done.unreadable.push(...old.flatMap(({ id }) => (readable.has(id) ? [] : [id])))
  }
  return done
}

const reseal = (sealer: Sealer, { id, sealed, purpose }: SealedValue): Resealed | undefined => {
  try {
    return { id, before: sealed, after: sealer.seal(sealer.open(sealed, purpose), purpose) }
  } catch {
    // One that is lost must not keep the others from being rotated.
    return undefined
  }
}

import { AppError } from '@little-bench/shared/kernel/errors'
import type { Database, Trx } from './database.ts'

/** One write that its sender may repeat: who, under which key, which operation with which body. */
export interface Once {
  personId: string
  key: string
  operation: string
  bodyHash: string
}

/** The item that a write was about, and what happened to it. */
export interface ItemReference {
  communityId: string
  workItemId: string
  eventKind: string
}

/** The right by which a write is made for somebody else. */
export interface OnBehalf {
  /** Holds the right until the transaction ends, so that ending it waits. Throws when it has ended. */
  hold(trx: Trx, now: Date): Promise<void>
  /** Writes down what was done, in the transaction that did it. */
  record(trx: Trx, item: ItemReference | undefined, now: Date): Promise<void>
  /** Set by the transaction: a write that never asked is a mistake of ours. */
  wasAsked: boolean
}

/** On what terms a write is made. */
export interface Write {
  once: Once | null
  onBehalf: OnBehalf | null
}

/** A write that nobody repeats and nobody makes for somebody else. */
export const PLAIN_WRITE: Write = { once: null, onBehalf: null }

/** A phone that has not sent again after a week has given up or been told. */
const KEPT_DAYS = 7

/** Forgets keys that no phone will send again. */
export const forgetOldKeys = async (db: Database, now: Date): Promise<void> => {
  const oldest = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  await db.deleteFrom('idempotency_key').where('created_at', '<', oldest.toISOString()).execute()
}

/** Whether the same write was made before: then whatever else holds now, it is answered as it was. */
export const wasMade = async (db: Database, { once }: Pick<Write, 'once'>): Promise<boolean> => {
  if (!once) return false
  const made = await db
    .selectFrom('idempotency_key')
    .select('key')
    .where('person_id', '=', once.personId)
    .where('key', '=', once.key)
    .executeTakeFirst()
  return made !== undefined
}

/** The result of an earlier run of the same write; undefined when this is the first. */
const reserve = async <Result>(trx: Trx, once: Once, now: Date): Promise<Result | undefined> => {
  // A second request with the key waits here until the first has committed or rolled back.
  const inserted = await trx
    .insertInto('idempotency_key')
    .values({
      person_id: once.personId,
      key: once.key,
      operation: once.operation,
      body_hash: once.bodyHash,
      result: null,
      created_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (inserted) return undefined
  const earlier = await trx
    .selectFrom('idempotency_key')
    .select(['operation', 'body_hash', 'result'])
    .where('person_id', '=', once.personId)
    .where('key', '=', once.key)
    .executeTakeFirstOrThrow()
  if (earlier.operation !== once.operation || earlier.body_hash !== once.bodyHash) {
    throw new AppError('idempotency_key_reused')
  }
  return earlier.result as Result // The column holds what the same operation's own use case returned.
}

const afterCommits = new WeakMap<Trx, (() => void)[]>()

/** Does something in this process once the use case has committed; after a rollback it is forgotten. */
export const afterCommit = (trx: Trx, work: () => void): void => {
  const works = afterCommits.get(trx)
  if (!works) throw new Error('this transaction was not opened by inTransaction')
  works.push(work)
}

const itemsOf = new WeakMap<Trx, ItemReference>()

/**
 * Says which item the write is about, for the record of what was done for somebody. The first word counts: what follows
 * from it, a duty roster that hands the item out, is not what they did.
 */
export const concerns = (trx: Trx, item: ItemReference): void => {
  if (!itemsOf.has(trx)) itemsOf.set(trx, item)
}

/**
 * One use case, one transaction. With a `once` the result is kept in that same transaction, so that the same key and
 * body answer the same result without doing it again; the result must survive JSON. On behalf of somebody it holds the
 * right to do so until it ends, and leaves a line of what was done.
 */
export const inTransaction = async <Result>(
  db: Database,
  now: Date,
  { once, onBehalf }: Write,
  work: (trx: Trx) => Promise<Result>,
): Promise<Result> => {
  const works: (() => void)[] = []
  if (onBehalf) onBehalf.wasAsked = true
  const result = await db.transaction().execute(async (trx) => {
    afterCommits.set(trx, works)
    const make = onBehalf ? () => doOnBehalf(trx, now, onBehalf, work) : () => work(trx)
    return once ? doOnce(trx, now, once, make) : make()
  })
  for (const follow of works) follow()
  return result
}

const doOnBehalf = async <Result>(
  trx: Trx,
  now: Date,
  onBehalf: OnBehalf,
  work: (trx: Trx) => Promise<Result>,
): Promise<Result> => {
  await onBehalf.hold(trx, now)
  const result = await work(trx)
  await onBehalf.record(trx, itemsOf.get(trx), now)
  return result
}

const doOnce = async <Result>(trx: Trx, now: Date, once: Once, work: () => Promise<Result>): Promise<Result> => {
  const earlier = await reserve<Result>(trx, once, now)
  if (earlier !== undefined) return earlier
  const result = await work()
  const keep = trx
    .updateTable('idempotency_key')
    .set({ result: JSON.stringify(result) })
    .where('key', '=', once.key)
  const { numUpdatedRows } = await keep.where('person_id', '=', once.personId).executeTakeFirst()
  if (numUpdatedRows > 0n) return result
  // By this very write the account has become one with another, and whoever sends it again is that one.
  await keep
    .where('person_id', '=', ({ selectFrom }) =>
      selectFrom('person')
        .select(({ fn }) => fn.coalesce('merged_into', 'id').as('id'))
        .where('id', '=', once.personId),
    )
    .execute()
  return result
}

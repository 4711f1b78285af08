import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { Child } from '../platform/db/tables.generated.ts'

type Db = DbOf<'child'>
export type ChildRow = Selectable<Child>

/** One child of one guardian. */
export interface ChildAddress {
  communityId: string
  guardianId: string
  childId: string
}

const kept = (db: Db, communityId: string) =>
  tables(db)
    .selectFrom('child')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('removed_at', 'is', null)
    .orderBy('id')

export const listChildrenOf = (db: Db, communityId: string, guardianId: string): Promise<ChildRow[]> =>
  kept(db, communityId).where('guardian_id', '=', guardianId).execute()

export const listChildrenByIds = (db: Db, communityId: string, ids: readonly string[]): Promise<ChildRow[]> =>
  kept(db, communityId)
    .where('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`)
    .execute()

/** Keeps these children of somebody from being removed until the transaction ends; those that are not theirs are left out. */
export const holdChildrenOf = (
  trx: Trx,
  { communityId, guardianId }: Omit<ChildAddress, 'childId'>,
  ids: readonly string[],
): Promise<ChildRow[]> =>
  kept(trx, communityId)
    .where('guardian_id', '=', guardianId)
    .where('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`)
    .forShare()
    .execute()

/** Waits for whoever books for the child just now; undefined when it is not theirs. */
export const lockChildOf = (
  trx: Trx,
  { communityId, guardianId, childId }: ChildAddress,
): Promise<ChildRow | undefined> =>
  kept(trx, communityId).where('guardian_id', '=', guardianId).where('id', '=', childId).forUpdate().executeTakeFirst()

export const insertChild = async (trx: Trx, child: Insertable<Child>): Promise<void> => {
  await tables<'child'>(trx).insertInto('child').values(child).execute()
}

export const updateChild = async (
  trx: Trx,
  { communityId, childId }: Pick<ChildAddress, 'communityId' | 'childId'>,
  change: Partial<Insertable<Child>>,
): Promise<void> => {
  await tables<'child'>(trx)
    .updateTable('child')
    .set(change)
    .where('community_id', '=', communityId)
    .where('id', '=', childId)
    .execute()
}

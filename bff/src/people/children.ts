import type { ServiceDate } from '@little-bench/shared/kernel/time'
import type { ChildReadReason } from '@little-bench/shared/people/children'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../platform/context.ts'
import type { Database, Trx } from '../platform/db/database.ts'
import { type ChildRow, holdChildrenOf, listChildrenByIds, listChildrenOf } from './child.repository.ts'
import { listPickUps } from './child-pick-up.repository.ts'
import { insertChildReads } from './child-read.repository.ts'
import { type OpenedChild, openChild } from './sealed-child.ts'

type Sealing = Pick<Context, 'sealer'>
type Db = Database | Trx

const openAll = async (
  { sealer }: Sealing,
  db: Db,
  communityId: string,
  rows: readonly ChildRow[],
): Promise<OpenedChild[]> => {
  if (rows.length === 0) return []
  const pickUps = await listPickUps(
    db,
    communityId,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => openChild(sealer, row, pickUps))
}

/** The children of somebody's account in a community. */
export const childrenOf = async (
  context: Sealing,
  db: Db,
  communityId: string,
  guardianId: string,
): Promise<OpenedChild[]> => openAll(context, db, communityId, await listChildrenOf(db, communityId, guardianId))

/** Children by id, for those who look after them; whoever shows one to staff records it with `recordChildReads`. */
export const childrenById = async (
  context: Sealing,
  db: Db,
  communityId: string,
  ids: readonly string[],
): Promise<Map<string, OpenedChild>> => {
  const rows = await listChildrenByIds(db, communityId, [...new Set(ids)])
  return new Map((await openAll(context, db, communityId, rows)).map((child) => [child.id, child]))
}

/**
 * Children of one's own, kept from being removed until the transaction ends; one that is somebody else's, or nobody's, is
 * left out.
 */
export const holdChildren = async (
  context: Sealing,
  trx: Trx,
  { communityId, guardianId }: { communityId: string; guardianId: string },
  ids: readonly string[],
): Promise<OpenedChild[]> =>
  openAll(context, trx, communityId, await holdChildrenOf(trx, { communityId, guardianId }, ids))

/** Staff who read of children of one day, and for what. */
export interface ChildReading {
  communityId: string
  readerId: string
  reason: ChildReadReason
  on: ServiceDate
}

/** Leaves a line for each child that is read of, in the transaction that reads; when it cannot be written, the read fails. */
export const recordChildReads = (
  trx: Trx,
  { communityId, readerId, reason, on }: ChildReading,
  childIds: readonly string[],
  now: Date,
): Promise<void> =>
  insertChildReads(
    trx,
    [...new Set(childIds)].map((childId) => ({
      community_id: communityId,
      id: uuidv7(),
      child_id: childId,
      reader_id: readerId,
      reason,
      service_on: on,
      at: now.toISOString(),
    })),
  )

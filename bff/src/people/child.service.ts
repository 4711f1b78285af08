import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { ChildRead } from '@little-bench/shared/people/child.contract'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type ChildView, presentChild, presentChildRead } from './child.presenter.ts'
import { lockChildOf, updateChild } from './child.repository.ts'
import { erasePickUps } from './child-pick-up.repository.ts'
import { listReadsOfChild } from './child-read.repository.ts'
import { childrenOf } from './children.ts'
import { recordReads } from './confidential-reads.ts'
import { namesByPersonId } from './person-names.service.ts'

/** What the services know of a child, and what they do when it is to be forgotten. */
export interface ChildDuties {
  /** Whether something of it has not ended yet: a booking to come, or somebody looks after it just now. */
  isBooked(trx: Trx, communityId: string, childId: string, now: Date): Promise<boolean>
  /** Erases the words about it that a service keeps. */
  forget(trx: Trx, communityId: string, childId: string): Promise<void>
}

/** The children of the viewer's account. At the counter the read leaves a line. */
export const listChildren = async (context: Context, viewer: Viewer, communityId: string): Promise<ChildView[]> => {
  const now = context.clock.now()
  return inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
    const children = await childrenOf(context, trx, communityId, viewer.personId)
    if (viewer.authority?.kind === 'assist_session' && children.length > 0) {
      await recordReads(trx, { communityId, readerId: viewer.actorId, what: 'facts' }, [viewer.personId], now)
    }
    return children.map((child) => presentChild(child, shanghaiTime(now).date))
  })
}

/** Erases every word about a child, and of whoever fetched it. Errors: `not_found`, `child_has_bookings`. */
export const removeChild = (
  context: Context,
  { isBooked, forget }: ChildDuties,
  viewer: Viewer,
  { communityId, childId }: { communityId: string; childId: string },
  write: Write,
): Promise<{ hasRemoved: true }> => {
  const now = context.clock.now()
  return inTransaction(context.db, now, write, async (trx) => {
    // Whoever books holds the child: a booking is there before it goes, or finds it gone.
    const child = await lockChildOf(trx, { communityId, guardianId: viewer.personId, childId })
    if (!child) throw new AppError('not_found')
    if (await isBooked(trx, communityId, childId, now)) throw new AppError('child_has_bookings')
    await forget(trx, communityId, childId)
    await erasePickUps(trx, { communityId, childId }, now)
    await updateChild(
      trx,
      { communityId, childId },
      { sealed_nickname: null, sealed_born_in: null, sealed_allergies: null, removed_at: now.toISOString() },
    )
    return { hasRemoved: true }
  })
}

/** Which staff read of a child of the viewer's. Errors: `not_found`. */
export const listChildReads = async (
  context: Context,
  viewer: Viewer,
  { communityId, childId }: { communityId: string; childId: string },
): Promise<z.input<typeof ChildRead>[]> => {
  const children = await childrenOf(context, context.db, communityId, viewer.personId)
  if (!children.some(({ id }) => id === childId)) throw new AppError('not_found')
  const reads = await listReadsOfChild(context.db, communityId, childId)
  const names = await namesByPersonId(
    context,
    reads.map(({ reader_id: readerId }) => readerId),
  )
  return reads.map((read) => presentChildRead(read, names))
}

import { yearsOld } from '@little-bench/shared/kernel/age'
import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { type childContract, MAX_CHILDREN } from '@little-bench/shared/people/child.contract'
import { CHILD_CONSENT_VERSION, countedFrom, OLDEST_CHILD_YEARS } from '@little-bench/shared/people/children'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type ChildView, presentChild } from './child.presenter.ts'
import { insertChild, listChildrenOf, lockChildOf, updateChild } from './child.repository.ts'
import type { ChildDuties } from './child.service.ts'
import { endOtherPickUps, listPickUps, savePickUp } from './child-pick-up.repository.ts'
import { childrenOf } from './children.ts'
import { lockPerson } from './person.repository.ts'
import { openChild, sealChild, sealPickUp } from './sealed-child.ts'

type NewChild = z.output<typeof childContract.saveChild.body>

/**
 * Writes a child down or changes what is written, with the consent of whoever looks after it.
 * Errors: `not_found` (community), `consent_missing`, `fact_value_impossible`, `unknown_child`, `too_many_children`,
 * `birth_month_in_use` while the child is booked: the group of a booking follows from it.
 */
export const saveChild = async (
  context: Context,
  duties: ChildDuties,
  viewer: Viewer,
  communityId: string,
  child: NewChild,
  write: Write,
): Promise<ChildView> => {
  const now = context.clock.now()
  if (!context.config().communities.has(communityId)) throw new AppError('not_found')
  // PIPL 31: nothing of a child under 14 without the consent of its guardian.
  if (!child.consents) throw new AppError('consent_missing')
  // Only the id is kept for whoever repeats the write: its stored result is not sealed.
  const { id } = await inTransaction(context.db, now, write, async (trx) => {
    // Whoever repeats a write on a later day is answered as before.
    requirePossible(child.bornIn, now)
    await lockPerson(trx, viewer.personId)
    const childId = await writeChild(context, duties, trx, { communityId, guardianId: viewer.personId }, child, now)
    await writePickUps(context, trx, { communityId, childId }, child.pickUps, now)
    return { id: childId }
  })
  const saved = (await childrenOf(context, context.db, communityId, viewer.personId)).find((one) => one.id === id)
  // Repeated after the child was removed.
  if (!saved) throw new AppError('unknown_child')
  return presentChild(saved, shanghaiTime(now).date)
}

const requirePossible = (bornIn: string, now: Date): void => {
  const today = shanghaiTime(now).date
  const bornOn = countedFrom(bornIn)
  if (bornOn > today || yearsOld(bornOn, today) > OLDEST_CHILD_YEARS) throw new AppError('fact_value_impossible')
}

const writeChild = async (
  { sealer }: Context,
  duties: ChildDuties,
  trx: Trx,
  { communityId, guardianId }: { communityId: string; guardianId: string },
  { childId, nickname, bornIn, allergies }: NewChild,
  now: Date,
): Promise<string> => {
  const id = childId ?? uuidv7()
  const written = {
    ...sealChild(sealer, id, { nickname, bornIn, allergies: allergies || null }),
    consent_version: CHILD_CONSENT_VERSION,
    consented_at: now.toISOString(),
  }
  if (childId !== undefined) {
    const row = await lockChildOf(trx, { communityId, guardianId, childId })
    if (!row) throw new AppError('unknown_child')
    const isOtherMonth = openChild(sealer, row, []).bornIn !== bornIn
    if (isOtherMonth && (await duties.isBooked(trx, communityId, childId, now))) {
      throw new AppError('birth_month_in_use')
    }
    await updateChild(trx, { communityId, childId }, written)
    return id
  }
  if ((await listChildrenOf(trx, communityId, guardianId)).length >= MAX_CHILDREN) {
    throw new AppError('too_many_children')
  }
  await insertChild(trx, {
    community_id: communityId,
    id,
    guardian_id: guardianId,
    created_at: now.toISOString(),
    ...written,
  })
  return id
}

/** The list is as it was sent: whoever is not on it any more may not fetch the child. */
const writePickUps = async (
  { sealer }: Context,
  trx: Trx,
  { communityId, childId }: { communityId: string; childId: string },
  pickUps: NewChild['pickUps'],
  now: Date,
): Promise<void> => {
  const listed = (await listPickUps(trx, communityId, [childId])).filter(({ ended_at: endedAt }) => endedAt === null)
  const ids = new Set<string>()
  for (const { id: givenId, name, relation, phone } of pickUps) {
    // An id of another list, or one that is named twice, is somebody new.
    const isListed = givenId !== undefined && !ids.has(givenId) && listed.some(({ id }) => id === givenId)
    const id = isListed ? givenId : uuidv7()
    ids.add(id)
    await savePickUp(trx, {
      community_id: communityId,
      id,
      child_id: childId,
      relation,
      ...sealPickUp(sealer, id, { name, phone: phone ?? null }),
      created_at: now.toISOString(),
    })
  }
  await endOtherPickUps(trx, { communityId, childId }, [...ids], now)
}

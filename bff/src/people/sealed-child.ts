import { countedFrom, type PickUpRelation } from '@little-bench/shared/people/children'
import type { Sealer } from '../platform/crypto/sealer.ts'
import type { ChildRow } from './child.repository.ts'
import type { PickUpRow } from './child-pick-up.repository.ts'
import { childPurpose, pickUpPurpose } from './sealed-purposes.ts'

/** Somebody who may fetch a child, in plain: in memory only. */
export interface PickUp {
  id: string
  name: string
  relation: PickUpRelation
  phone: string | null
  /** False for somebody who was on the list once. */
  isListed: boolean
}

/** A child in plain: in memory only. */
export interface OpenedChild {
  id: string
  communityId: string
  guardianId: string
  nickname: string
  /** `2024-05` */
  bornIn: string
  /** The day from which its age counts. */
  bornOn: string
  allergies: string | null
  pickUps: readonly PickUp[]
  consentedAt: string
}

const sealed = (sealer: Sealer, text: string | null, purpose: string): string | null =>
  text === null ? null : sealer.seal(text, purpose)

const opened = (sealer: Sealer, text: string | null, purpose: string): string | null =>
  text === null ? null : sealer.open(text, purpose)

export const sealChild = (
  sealer: Sealer,
  id: string,
  { nickname, bornIn, allergies }: Pick<OpenedChild, 'nickname' | 'bornIn' | 'allergies'>,
) => ({
  sealed_nickname: sealer.seal(nickname, childPurpose(id, 'nickname')),
  sealed_born_in: sealer.seal(bornIn, childPurpose(id, 'born_in')),
  sealed_allergies: sealed(sealer, allergies, childPurpose(id, 'allergies')),
})

export const sealPickUp = (sealer: Sealer, id: string, { name, phone }: Pick<PickUp, 'name' | 'phone'>) => ({
  sealed_name: sealer.seal(name, pickUpPurpose(id, 'name')),
  sealed_phone: sealed(sealer, phone, pickUpPurpose(id, 'phone')),
})

/** A child that was not removed, with everybody who is or was on its list. */
export const openChild = (sealer: Sealer, row: ChildRow, pickUps: readonly PickUpRow[]): OpenedChild => {
  const bornIn = opened(sealer, row.sealed_born_in, childPurpose(row.id, 'born_in')) ?? ''
  return {
    id: row.id,
    communityId: row.community_id,
    guardianId: row.guardian_id,
    nickname: opened(sealer, row.sealed_nickname, childPurpose(row.id, 'nickname')) ?? '',
    bornIn,
    bornOn: countedFrom(bornIn),
    allergies: opened(sealer, row.sealed_allergies, childPurpose(row.id, 'allergies')),
    pickUps: pickUps.filter(({ child_id: childId }) => childId === row.id).map((pickUp) => openPickUp(sealer, pickUp)),
    consentedAt: row.consented_at,
  }
}

const openPickUp = (sealer: Sealer, row: PickUpRow): PickUp => ({
  id: row.id,
  name: opened(sealer, row.sealed_name, pickUpPurpose(row.id, 'name')) ?? '',
  relation: row.relation,
  phone: opened(sealer, row.sealed_phone, pickUpPurpose(row.id, 'phone')),
  isListed: row.ended_at === null,
})

import { plainPhone } from '@little-bench/shared/people/phone'
import type { Sealer } from '../platform/crypto/sealer.ts'
import { contactPurpose } from './sealed-purposes.ts'

/** How to reach somebody, in plain: in memory only. */
export interface Contact {
  name: string
  /** Null when nobody knows a number. */
  phone: string | null
}

/** The same for the same name, however it was spaced. */
export const nameHashOf = (sealer: Sealer, name: string): string =>
  sealer.fingerprint(name.normalize('NFKC').replace(/\s/g, ''), 'name')

export const phoneHashOf = (sealer: Sealer, phone: string): string => sealer.fingerprint(plainPhone(phone), 'phone')

/** The columns that keep somebody's name and number: unreadable, and to be found again by whoever knows them whole. */
export const sealContact = (
  sealer: Sealer,
  personId: string,
  { name, phone }: { name: string | null; phone: string | null },
) => ({
  sealed_name: name === null ? null : sealer.seal(name, contactPurpose(personId, 'name')),
  sealed_phone: phone === null ? null : sealer.seal(plainPhone(phone), contactPurpose(personId, 'phone')),
  name_hash: name === null ? null : nameHashOf(sealer, name),
  phone_hash: phone === null ? null : phoneHashOf(sealer, phone),
})

/** One column in plain; null when nothing was kept. */
export const openContact = (
  sealer: Sealer,
  personId: string,
  field: 'name' | 'phone',
  sealed: string | null,
): string | null => (sealed === null ? null : sealer.open(sealed, contactPurpose(personId, field)))

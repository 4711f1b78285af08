import type { Sealer } from '../platform/crypto/sealer.ts'

/** Whose children are fetched, where and on which day: siblings have one code. */
interface PickUp {
  communityId: string
  centreId: string
  guardianId: string
  on: string
}

/**
 * Six digits of this day only. They follow from the key of look-ups, so they are stored nowhere: who reads the database
 * cannot fetch a child.
 */
export const pickUpCodeOf = (sealer: Sealer, { communityId, centreId, guardianId, on }: PickUp): string => {
  const print = sealer.fingerprint(`${communityId}:${centreId}:${guardianId}:${on}`, 'a pick-up code of a day')
  return String(Buffer.from(print, 'base64url').readUInt32BE() % 1_000_000).padStart(6, '0')
}

/** As it was said or typed, with spaces and in full-width digits. */
export const isSameCode = (said: string, code: string): boolean => said.normalize('NFKC').replace(/\D/g, '') === code

import { randomInt, timingSafeEqual } from 'node:crypto'
import type { Sealer } from '../platform/crypto/sealer.ts'

const DIGITS = 6

/** Six digits, drawn anew each time a visit is planned: a code that somebody has heard opens no later visit. */
export const drawVisitCode = (): string => String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')

const PURPOSE = 'a code of a home visit'

/**
 * Whether what was said is the code, with spaces or in full-width digits. Prints of one length are compared, so that how long
 * it takes tells nothing.
 */
export const isSaidCode = ({ fingerprint }: Sealer, said: string, code: string): boolean => {
  const printOf = (text: string): Buffer => Buffer.from(fingerprint(text, PURPOSE))
  return timingSafeEqual(printOf(said.normalize('NFKC').replace(/\D/g, '')), printOf(code))
}

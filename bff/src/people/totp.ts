import { TOTP_DIGITS, TOTP_SECONDS } from '@little-bench/shared/people/sign-in'
import { Secret, TOTP } from 'otpauth'

const ISSUER = '小板凳'
const SECRET_BYTES = 20
/** One step early or late, for a clock that is not quite right. */
const WINDOW = 1

const totpOf = (secret: Secret, label = ''): TOTP =>
  new TOTP({ issuer: ISSUER, label, secret, digits: TOTP_DIGITS, period: TOTP_SECONDS })

/** A new secret, in base32 and as the address that an authenticator app scans. */
export const newTotpSecret = (label: string): { secret: string; address: string } => {
  const secret = new Secret({ size: SECRET_BYTES })
  return { secret: secret.base32, address: totpOf(secret, label).toString() }
}

/** The thirty seconds that a code is of, counted since 1970; null when it is of none that count now. */
export const stepOfCode = (secret: string, code: string, now: Date): number | null => {
  const timestamp = now.getTime()
  const delta = totpOf(Secret.fromBase32(secret)).validate({ token: code, timestamp, window: WINDOW })
  return delta === null ? null : Math.floor(timestamp / (TOTP_SECONDS * 1000)) + delta
}

import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { newTotpSecret, stepOfCode } from './totp.ts'

/** The secret of RFC 6238, appendix B, and the last six of its eight digits. */
const SECRET = Secret.fromUTF8('12345678901234567890').base32

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('%i seconds after 1970 the code of the RFC is %s', (seconds, code) => {
  expect(stepOfCode(SECRET, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30))
})

test('the step is that of the code, not that of the clock', () => {
  expect(stepOfCode(SECRET, '287082', new Date(89_000))).toBe(1)
  expect(stepOfCode(SECRET, '287082', new Date(29_000))).toBe(1)
  expect(stepOfCode(SECRET, '287082', new Date(90_000))).toBeNull()
})

test('a secret has 160 bits, and its address says whose it is', () => {
  const { secret, address } = newTotpSecret('示范同事')
  expect(Secret.fromBase32(secret).bytes).toHaveLength(20)
  const url = new URL(address)
  expect(url.searchParams.get('secret')).toBe(secret)
  expect(url.searchParams.get('issuer')).toBe('小板凳')
  expect(decodeURIComponent(url.pathname)).toContain('示范同事')
})

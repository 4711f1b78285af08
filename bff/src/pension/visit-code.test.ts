import { expect, test } from 'vitest'
import { createSealer } from '../platform/crypto/sealer.ts'
import { drawVisitCode, isSaidCode } from './visit-code.ts'

const key = Buffer.alloc(32, 7)
const sealer = createSealer({ fieldKeys: [{ id: 'k1', key }], lookupKey: key })

test('a code is six digits, and hardly ever the same twice', () => {
  const codes = Array.from({ length: 50 }, drawVisitCode)
  expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true)
  expect(new Set(codes).size).toBeGreaterThan(40)
})

test('it is known however it is typed, and nothing else is', () => {
  for (const said of ['042917', ' 042 917', '０４２９１７']) expect(isSaidCode(sealer, said, '042917')).toBe(true)
  for (const said of ['', '42917', '0429170', '042918', '一二三'])
    expect(isSaidCode(sealer, said, '042917')).toBe(false)
})

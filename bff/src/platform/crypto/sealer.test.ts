import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSealer } from './sealer.ts'

const [old, present] = [
  { id: 'old', key: randomBytes(32) },
  { id: 'present', key: randomBytes(32) },
]
const lookupKey = randomBytes(32)
const sealer = createSealer({ fieldKeys: [present, old], lookupKey })

test('whatever was sealed for a place opens there and nowhere else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const sealed = sealer.seal(text, 'fact:1')
      expect(sealer.open(sealed, 'fact:1')).toBe(text)
      expect(() => sealer.open(sealed, 'fact:2')).toThrow('unable to authenticate data')
    }),
  )
})

test('the same text is never sealed to the same value', () => {
  expect(sealer.seal('1949-10-01', 'fact:1')).not.toBe(sealer.seal('1949-10-01', 'fact:1'))
})

test('a value of the key before opens and is not current; without its key it does not open', () => {
  const before = createSealer({ fieldKeys: [old], lookupKey }).seal('示范', 'fact:1')
  expect([sealer.open(before, 'fact:1'), sealer.isCurrent(before)]).toEqual(['示范', false])
  const rotated = createSealer({ fieldKeys: [present], lookupKey })
  expect(() => rotated.open(before, 'fact:1')).toThrow('no key old')
  expect(rotated.isCurrent(sealer.seal('示范', 'fact:1'))).toBe(true)
})

test('a value with one changed letter does not open', () => {
  const sealed = sealer.seal('示范', 'fact:1')
  const last = sealed.at(-3) === 'A' ? 'B' : 'A'
  expect(() => sealer.open(sealed.slice(0, -3) + last + sealed.slice(-2), 'fact:1')).toThrow(
    'unable to authenticate data',
  )
})

test.each(['', 'v1', 'v2.present.a.b', 'plain text'])('«%s» is no sealed value', (text) => {
  expect(() => sealer.open(text, 'fact:1')).toThrow('this is no sealed value')
})

test('a fingerprint is the same for the same text and purpose, and for nothing else', () => {
  expect(sealer.fingerprint('13900000000', 'phone')).toBe(sealer.fingerprint('13900000000', 'phone'))
  expect(sealer.fingerprint('13900000000', 'phone')).not.toBe(sealer.fingerprint('13900000000', 'code'))
  const other = createSealer({ fieldKeys: [present], lookupKey: randomBytes(32) })
  expect(other.fingerprint('13900000000', 'phone')).not.toBe(sealer.fingerprint('13900000000', 'phone'))
})

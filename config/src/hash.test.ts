import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentHash } from './hash.ts'
import { parseConfig } from './load.ts'
import { sampleFiles, sampleFilesWith } from './sample-files.ts'

const hashOfSample = parseConfig(sampleFiles()).hash

test('is a sha-256 in hexadecimal', () => {
  expect(hashOfSample).toMatch(/^[0-9a-f]{64}$/)
})

test('does not change with comments, layout or the order of keys', () => {
  const calendar =
    "# 办事时间\nclosesAt: '18:00'\nopensAt:   '09:30'\nopenWeekdays:\n  - 1\n  - 2\n  - 3\n  - 4\n  - 5\ndemo: true\n"
  expect(parseConfig({ ...sampleFiles(), 'lane/calendar.yaml': calendar }).hash).toBe(hashOfSample)
})

test('changes with every content, also with the order of the rules', () => {
  expect(parseConfig(sampleFilesWith('lane/calendar.yaml', '18:00', '18:30')).hash).not.toBe(hashOfSample)
  const reordered = sampleFilesWith(
    'lane/routing.yaml',
    'before: []',
    'leaveOut: [not-ours]\nbefore: [{ id: first, when: { duty: not_ours }, to: community, because: 不归社区办 }]',
  )
  expect(parseConfig(reordered).hash).not.toBe(hashOfSample)
})

test('two JSON values have one hash exactly when they are equal', () => {
  const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const [first, second] = [asJson(a), asJson(b)]
      expect(contentHash(first) === contentHash(second)).toBe(isDeepStrictEqual(first, second))
      expect(contentHash(first)).toBe(contentHash(asJson(a)))
    }),
  )
})

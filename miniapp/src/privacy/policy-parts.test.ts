import { POLICY } from '@little-bench/shared/privacy/policy'
import { KEPT_OTHERWISE, RETENTION } from '@little-bench/shared/privacy/retention'
import { expect, test } from 'vitest'
import { policyParts } from './policy-parts'

const parts = policyParts('zh')
const linesOf = (title: string) => parts.find((part) => part.title === title)?.lines ?? []

test('every kind of data is there, and each sensitive one says why it is needed', () => {
  expect(linesOf('记什么，做什么用').map(({ words }) => words)).toEqual(POLICY.kept.map(({ what }) => what.zh))
  const sensitive = linesOf('记什么，做什么用').filter(({ whySensitive }) => whySensitive !== undefined)
  expect(sensitive).toHaveLength(POLICY.kept.filter(({ whySensitive }) => whySensitive !== null).length)
})

test('how long things are kept is what the nightly job keeps to', () => {
  expect(linesOf('记多久')).toHaveLength(Object.keys(RETENTION).length + KEPT_OTHERWISE.length)
  expect(linesOf('记多久')).toContainEqual({ words: '说事时的位置', more: ['事情结案以后90天，删掉'] })
  expect(linesOf('记多久')).toContainEqual({ words: '说过的事', more: ['事情结案以后3年，去掉名字'] })
})

test('no part is empty and no sentence has a hole, in both languages', () => {
  for (const part of [...parts, ...policyParts('bo')]) {
    expect(part.lines.length).toBeGreaterThan(0)
    expect(JSON.stringify(part)).not.toMatch(/\{\w+\}|undefined/)
  }
})

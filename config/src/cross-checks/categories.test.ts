import { describe, expect, test } from 'vitest'
import { problemsAfter } from '../planted-mistake.ts'

describe('a category about watching people is refused', () => {
  const boundary = 'the product watches things and places, never people, so no category may be about reporting a person'

  test.each([
    ['by its name', '漏水', '可疑人员', 'leak', '可疑人'],
    ['by its guidance', '说清在哪里漏', '看到形迹可疑的就写', 'leak', '形迹可疑'],
    ['by its code', 'serviceCode: leak', 'serviceCode: suspicious_person', 'suspicious_person', 'suspicious'],
    ['by a code in other words', 'serviceCode: leak', 'serviceCode: person_report', 'person_report', 'person_report'],
  ])('%s', (_where, passage, replacement, code, word) => {
    expect(problemsAfter('catalogue.yaml', passage, replacement)).toEqual([
      `catalogue.yaml  categories[${code}]: says "${word}": ${boundary}`,
    ])
  })

  test('also when only one community writes it as an exception', () => {
    const exception = 'exceptions: [{ serviceCode: leak, name: 陌生人员 }]'
    expect(problemsAfter('lane/catalogue.yaml', 'leaveOut: []', exception)).toEqual([
      `lane/catalogue.yaml  exceptions[leak]: says "陌生人": ${boundary}`,
    ])
  })
})

test('the department of a category exists', () => {
  expect(problemsAfter('catalogue.yaml', 'departmentId: water', 'departmentId: street')).toEqual([
    'catalogue.yaml  categories[leak].departmentId: names street, which is no department or property company of units.yaml',
  ])
  expect(problemsAfter('catalogue.yaml', 'departmentId: water, ', '')).toEqual([
    'catalogue.yaml  categories[leak].departmentId: is missing: handledBy is department',
  ])
  expect(problemsAfter('catalogue.yaml', 'serviceCode: lamp,', 'serviceCode: lamp, departmentId: water,')).toEqual([
    'catalogue.yaml  categories[lamp].departmentId: is only for handledBy: department, not grid_cell',
  ])
})

test('the deadline class of a category exists', () => {
  expect(problemsAfter('catalogue.yaml', 'deadlineClass: 24h', 'deadlineClass: 48h')).toEqual([
    'catalogue.yaml  categories[lamp].deadlineClass: 48h is not in deadline-classes.yaml',
  ])
})

test('what is not ours says where to go', () => {
  expect(problemsAfter('catalogue.yaml', /,\s+notOurs: .*12345' }/, '')).toEqual([
    'catalogue.yaml  categories[bill].notOurs: is missing: what is not ours must say who does it',
  ])
})

test('what may never be public is private by default', () => {
  const before = 'canBePublic: false, defaultVisibility: private'
  expect(problemsAfter('catalogue.yaml', before, 'canBePublic: false, defaultVisibility: public')).toEqual([
    'catalogue.yaml  categories[bill].defaultVisibility: must be private, because canBePublic is false',
  ])
})

test('a community cannot leave out the category for everything else', () => {
  expect(problemsAfter('lane/catalogue.yaml', 'leaveOut: []', 'leaveOut: [other]')).toEqual([
    'lane/catalogue.yaml  (file): leaves no category "other" with duty: perform: the catalogue has a catch-all, so that nothing is turned away',
  ])
})

test('guidance is short enough to be read in the street', () => {
  expect(problemsAfter('catalogue.yaml', '说清哪盏灯', '说'.repeat(41))).toEqual([
    'catalogue.yaml  categories[lamp].guidance: may have 40 characters at most: it is read while standing in the street',
  ])
})

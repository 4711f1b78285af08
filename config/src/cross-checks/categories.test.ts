import { describe, expect, test } from 'vitest'
import { problemsAfter, problemsOf } from '../planted-mistake.ts'
import { sampleFiles, sampleFilesWith } from '../sample-files.ts'

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

describe('about family and staff nobody speaks for somebody else', () => {
  const rule = (where: string, word: string) =>
    `${where}.isDelegable: must be false, because it says "${word}": about family or staff nobody speaks for somebody else`

  test.each([
    ['a name about family', '漏水', '家庭的事', 'leak', '家庭'],
    ['a name about staff', '漏水', '对社区工作的意见', 'leak', '社区工作'],
    ['a group about staff', 'name: 漏水, group: 照明', 'name: 漏水, group: 对工作人员的意见', 'leak', '工作人员'],
    ['a code about family', 'serviceCode: leak', 'serviceCode: family_matter', 'family_matter', 'family'],
    ['a code about staff', 'serviceCode: leak', 'serviceCode: complaint_staff', 'complaint_staff', 'staff'],
  ])('%s', (_where, passage, replacement, code, word) => {
    expect(problemsAfter('catalogue.yaml', passage, replacement)).toEqual([
      rule(`catalogue.yaml  categories[${code}]`, word),
    ])
    const closed = sampleFilesWith('catalogue.yaml', passage, replacement)['catalogue.yaml'] ?? ''
    const line = closed.replace(`serviceCode: ${code},`, `serviceCode: ${code}, isDelegable: false,`)
    expect(problemsOf({ ...sampleFiles(), 'catalogue.yaml': line })).toEqual([])
  })

  test('also where one community writes it as an exception or an addition', () => {
    expect(
      problemsAfter('lane/catalogue.yaml', 'leaveOut: []', 'exceptions: [{ serviceCode: leak, name: 家人的事 }]'),
    ).toEqual([rule('lane/catalogue.yaml  exceptions[leak]', '家人')])
    const addition = `additions:
  - { serviceCode: quarrel, name: 夫妻吵架, group: 其他, duty: perform, handledBy: community, deadlineClass: 24h, priority: 1,
      canBePublic: false, defaultVisibility: private, guidance: 说清, demo: true }`
    expect(problemsAfter('lane/catalogue.yaml', 'leaveOut: []', addition)).toEqual([
      rule('lane/catalogue.yaml  additions[quarrel]', '夫妻'),
    ])
  })

  test('a community cannot open what is closed to others', () => {
    const files = 'exceptions: [{ serviceCode: leak, name: 家庭的事, isDelegable: true }]'
    expect(problemsAfter('lane/catalogue.yaml', 'leaveOut: []', files)).toEqual([
      rule('lane/catalogue.yaml  exceptions[leak]', '家庭'),
    ])
  })

  test('what neighbours quarrel about may be told for somebody, though the group names families too', () => {
    expect(problemsAfter('catalogue.yaml', 'name: 漏水, group: 照明', 'name: 邻里纠纷, group: 邻里家庭')).toEqual([])
  })
})

import { expect, test } from 'vitest'
import { problemsAfter } from '../planted-mistake.ts'

const FIELD = '{ field: phrase1, from: status }'
const after = (before: string | RegExp, text: string) => problemsAfter('wechat.yaml', before, text)

test.each([
  ['a field of no type', '{ field: word1, from: status }', 'must be a type of field and its number: thing1'],
  ['a list that only WeChat knows', '{ field: enum1, from: status }', 'must be a type of field and its number: thing1'],
])('%s is refused', (_what, field, rule) => {
  expect(after(FIELD, field)).toEqual([`wechat.yaml  templates[1].fields[0].field: ${rule}`])
})

test('a field says only what its type can say', () => {
  expect(after(FIELD, '{ field: phrase1, from: title }')).toEqual([
    'wechat.yaml  templates[booking].fields[phrase1].from: title fits only thing',
  ])
})

test('two fields of a template have two numbers', () => {
  expect(after(FIELD, `${FIELD}, { field: thing1, from: title }`)).toEqual([
    'wechat.yaml  templates[booking].fields: has two fields with the number 1',
  ])
})

test('a template has at most five fields', () => {
  const six = [1, 2, 3, 4, 5, 6].map((number) => `{ field: thing${number}, from: title }`).join(', ')
  expect(after(FIELD, six)).toEqual(['wechat.yaml  templates[1].fields: a template has at most 5 fields'])
})

test('every topic has one template', () => {
  expect(after('topic: visit', 'topic: family')).toEqual([
    'wechat.yaml  templates: must have one template for visit, and has 0',
    'wechat.yaml  templates: must have one template for family, and has 2',
  ])
})

test('two templates have two ids and two titles', () => {
  expect(after('demo-visit', 'demo-family')).toEqual(['wechat.yaml  templates: names demo-family twice'])
  expect(after('上门服务', '代办情况')).toEqual(['wechat.yaml  templates: has the title 代办情况 twice'])
})

test('an id that is of no account says so', () => {
  expect(after('demo-visit', 'yPKf3xEQ0aVw')).toEqual([
    'wechat.yaml  templates[2].templateId: must begin with demo-: no account has this template',
  ])
})

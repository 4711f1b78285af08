import { expect, test } from 'vitest'
import { fillTemplate, MERGE_FIELDS, unknownFields } from './reply-template.ts'

const values = {
  title: '灯不亮',
  receiptNumber: 'RS-20261123-0007',
  queueName: '绕赛社区第二网格',
  communityName: '绕赛社区',
  dueOn: '11月26日',
  workerName: '网格员（示范）',
}

test('every merge field is filled from the item, as often as it is written', () => {
  expect(fillTemplate('「{title}」收到了，编号 {receiptNumber}，{dueOn}前办。', values)).toBe(
    '「灯不亮」收到了，编号 RS-20261123-0007，11月26日前办。',
  )
  expect(fillTemplate('{title}、{title}', values)).toBe('灯不亮、灯不亮')
  const all = MERGE_FIELDS.map((field) => `{${field}}`).join('')
  expect(fillTemplate(all, values)).toBe(Object.values(values).join(''))
})

test('a field that nothing can fill is named, and stands as it was written', () => {
  expect(unknownFields('{titel}和{title}和{name}')).toEqual(['titel', 'name'])
  expect(fillTemplate('{titel}', values)).toBe('{titel}')
  expect(unknownFields('没有要填的')).toEqual([])
})

test('what fills a field is not read as a template again', () => {
  expect(fillTemplate('{title}', { ...values, title: '{workerName}$&' })).toBe('{workerName}$&')
})

test('no name from the language itself is a field', () => {
  expect(unknownFields('{constructor}{toString}')).toEqual(['constructor', 'toString'])
  expect(fillTemplate('{constructor}', values)).toBe('{constructor}')
})

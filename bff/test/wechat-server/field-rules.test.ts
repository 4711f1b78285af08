import { expect, test } from 'vitest'
import { wrongField } from './field-rules.ts'

const only = (name: string, value: string) => wrongField({ [name]: { value } }, undefined)

test('the documented example fits', () => {
  const data = {
    thing1: { value: '楼道照明报修' },
    phrase2: { value: '处理中' },
    time3: { value: '2026-09-30 14:05' },
    character_string4: { value: 'LS20260930-0042' },
  }
  expect(wrongField(data, ['thing1', 'phrase2', 'time3', 'character_string4'])).toBeUndefined()
})

test.for([
  ['thing1', '一'.repeat(20)],
  ['number2', '3.50'],
  ['time3', '15:01'],
  ['time3', '2019年10月1日 15:01'],
  ['date4', '2019年10月1日'],
  ['amount5', '￥8.00'],
  ['amount5', '8元'],
  ['phone_number6', '+86-0766-66888866'],
  ['name7', '张三丰张三丰张三丰张'],
  ['phrase8', '已办结'],
])('%s takes %s', ([name = '', value = '']) => expect(only(name, value)).toBeUndefined())

test.for([
  ['thing1', '一'.repeat(21)],
  ['thing1', 'two\nlines'],
  ['thing1', ''],
  ['number2', '三'],
  ['character_string4', '编号1'],
  ['phrase8', '处理中啊啊啊'],
  ['phrase8', 'done'],
  ['name7', '张'.repeat(11)],
  ['unknown9', 'x'],
])('%s does not take %s', ([name = '', value = '']) => expect(only(name, value)).toContain(`data.${name}`))

test('letters beyond the basic plane count as one', () => {
  expect(only('thing1', '𠮷'.repeat(20))).toBeUndefined()
})

test('every field of the template is needed, and no other', () => {
  const data = { thing1: { value: 'x' } }
  expect(wrongField(data, ['thing1', 'phrase2'])).toBe('data.phrase2')
  expect(wrongField(data, [])).toBe('data.thing1')
})

import { NewAssistedIssue, NewIssue } from '@little-bench/shared/issues/contract'
import { AppError } from '@little-bench/shared/kernel/errors'
import { counterContract } from '@little-bench/shared/people/counter.contract'
import { MoveBody } from '@little-bench/shared/work-queue/move.contract'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { parsePart } from './parse.ts'

const AN_ISSUE = { serviceCode: 'garbage', description: '垃圾', placeId: 'raosai-small-square', source: 'phone' }

const refusal = (...part: Parameters<typeof parsePart>): AppError | undefined => {
  try {
    parsePart(...part)
  } catch (error) {
    return error instanceof AppError ? error : undefined
  }
  return undefined
}

test('a part without a schema is not passed on', () => {
  expect(parsePart(undefined, { anything: 1 }, 'body', 'zh')).toBeUndefined()
})

test('fields that the contract does not know are left out', () => {
  expect(parsePart(z.object({ a: z.string() }), { a: 'x', isAdmin: true }, 'body', 'zh')).toEqual({ a: 'x' })
})

test('an id in the path that could not be one is an item that is not there', () => {
  expect(refusal(z.object({ id: z.uuid() }), { id: '42' }, 'params', 'zh')?.code).toBe('not_found')
})

test('every wrong field is named with a sentence', () => {
  const error = refusal(NewIssue, { serviceCode: 7, position: { lat: 99, lng: 0 }, visibility: 'all' }, 'body', 'zh')
  expect(error?.code).toBe('validation_failed')
  expect(error?.fields).toEqual([
    { field: 'serviceCode', message: '这一项的格式不对。' },
    { field: 'description', message: '这一项要填。' },
    { field: 'position.lat', message: '这个数超出了范围。' },
    { field: 'visibility', message: '请从给出的选项里选。' },
  ])
})

test('a body that is missing altogether is named as the body', () => {
  expect(refusal(NewIssue, undefined, 'body', 'zh')?.fields).toEqual([{ field: 'body', message: '这一项要填。' }])
})

test('a move that we do not have is a choice to make again', () => {
  expect(refusal(MoveBody, { move: 'hack', version: 1 }, 'body', 'zh')?.fields).toEqual([
    { field: 'move', message: '请从给出的选项里选。' },
  ])
})

test.each([
  ['in a body', { phone: '13' }, counterContract.findResidents.body, 'phone'],
  ['within one', { ...AN_ISSUE, resident: { name: '示范', phone: '13' } }, NewAssistedIssue, 'resident.phone'],
] as const)('of two shapes %s the one that was meant says what to change', (_where, body, schema, field) => {
  expect(refusal(schema, body, 'body', 'zh')?.fields).toEqual([
    { field, message: '电话号码不对。手机十一位，座机带上区号。' },
  ])
})

test('what fits no shape is a choice to make again', () => {
  expect(refusal(counterContract.findResidents.body, { idNumber: '1' }, 'body', 'zh')?.fields).toEqual([
    { field: 'body', message: '请从给出的选项里选。' },
  ])
})

test('a required field is asked for in Tibetan too', () => {
  const [field] = refusal(z.object({ note: z.string() }), {}, 'body', 'bo')?.fields ?? []
  expect(field?.message).toMatch(/^[\u0F00-\u0FFF]+$/)
})

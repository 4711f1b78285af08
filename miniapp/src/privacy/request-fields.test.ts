import { expect, test } from 'vitest'
import { EMPTY_REQUEST, isComplete, MAX_REQUEST_WORDS, readRequest } from './request-fields'

test('first it must be said whether to correct or to delete', () => {
  expect(readRequest(EMPTY_REQUEST)).toEqual({ kind: true })
})

test('a correction needs to say what it should be, a deletion does not', () => {
  expect(readRequest({ kind: 'correction', about: 'name', words: ' ' })).toEqual({ words: true })
  expect(readRequest({ kind: 'correction', about: 'name', words: ' 丹增 ' })).toEqual({
    kind: 'correction',
    about: 'name',
    words: '丹增',
  })
  expect(readRequest({ kind: 'deletion', about: 'bookings', words: '' })).toEqual({
    kind: 'deletion',
    about: 'bookings',
    words: undefined,
  })
})

test('what can be corrected and cannot be deleted is not taken for a deletion', () => {
  const read = readRequest({ kind: 'deletion', about: 'phone', words: '' })
  expect(read).toEqual({ about: true })
  expect(isComplete(read)).toBe(false)
})

test('words that are too long are not sent', () => {
  const words = '字'.repeat(MAX_REQUEST_WORDS + 1)
  expect(readRequest({ kind: 'deletion', about: 'other', words })).toEqual({ words: true })
  expect(readRequest({ kind: 'correction', about: 'other', words })).toEqual({ words: true })
})

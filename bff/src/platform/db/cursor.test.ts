import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idOfCursor, instantAndIdOfCursor, pageOfRows, rankInstantAndIdOfCursor } from './cursor.ts'

const ID = '019a0000-0000-7000-8000-000000000001'

test('a page that is not full is the last one', () => {
  expect(pageOfRows([1, 2], 2, (row) => [String(row)])).toEqual({ rows: [1, 2], nextCursor: null })
})

test('the row read too many is cut off and the cursor names the last one shown', () => {
  const rows = [{ id: ID }, { id: 'later' }]
  const page = pageOfRows(rows, 1, (row) => [row.id])
  expect(page.rows).toEqual([{ id: ID }])
  expect(idOfCursor(page.nextCursor ?? '')).toBe(ID)
})

test('any instant that we give out comes back as it was', () => {
  const instants = fc.date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(instants, (instant) => {
      const row = { at: instant.toISOString(), id: ID }
      const { nextCursor } = pageOfRows([row, row], 1, ({ at, id }) => [at, id])
      expect(instantAndIdOfCursor(nextCursor ?? '')).toEqual(row)
      const ranked = pageOfRows([row, row], 1, ({ at, id }) => [at, id, '-2'])
      expect(rankInstantAndIdOfCursor(ranked.nextCursor ?? '')).toEqual({ rank: -2, ...row })
      // A cursor of another list says nothing of a rank.
      expect(() => rankInstantAndIdOfCursor(nextCursor ?? '')).toThrow('validation_failed')
    }),
  )
})

test('any text that we never gave out is refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
      expect(() => idOfCursor(text)).toThrow('validation_failed')
      expect(() => instantAndIdOfCursor(text)).toThrow('validation_failed')
      expect(() => rankInstantAndIdOfCursor(text)).toThrow('validation_failed')
    }),
  )
})

test('no cursor is the first page', () => {
  expect([idOfCursor(undefined), instantAndIdOfCursor(undefined)]).toEqual([undefined, undefined])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterAnswer, type KnownAnswer, meaningOf, type ToldAnswer } from './subscribe-ledger.ts'

const at = (minute: number, second = 0): Date => new Date(Date.UTC(2026, 10, 23, 2, minute, second))
const phone = (minute: number): ToldAnswer => ({ source: 'phone', answer: 'accept', at: at(minute, 3) })
const event = (minute: number): ToldAnswer => ({ source: 'event', answer: 'accept', at: at(minute) })

/** How many agreements are counted when these words come in this order. */
const counted = (told: readonly ToldAnswer[]): number => {
  const known: KnownAnswer[] = []
  let credits = 0
  for (const [index, word] of told.entries()) {
    const meaning = meaningOf(known, word)
    if (meaning.kind === 'repeated') continue
    const id = String(index)
    const twin = meaning.kind === 'same_as' ? known.find((answer) => answer.id === meaning.id) : undefined
    if (twin) twin.matchedId = id
    else credits = afterAnswer({ credits, isRefused: false }, word.answer).credits
    known.push({ ...word, id, matchedId: twin?.id ?? null })
  }
  return credits
}

test.each([
  ['the phone alone', [phone(0)], 1],
  ['WeChat alone', [event(0)], 1],
  ['the phone first', [phone(0), event(0)], 1],
  ['WeChat first', [event(0), phone(0)], 1],
  ['WeChat twice', [event(0), event(0), phone(0)], 1],
  ['WeChat again after both', [event(0), phone(0), event(0)], 1],
  ['two taps', [phone(0), event(0), phone(2), event(2)], 2],
  ['two taps, crossed', [phone(0), phone(2), event(2), event(0)], 2],
  ['two taps an hour apart, each told by one', [phone(0), event(59)], 2],
])('an agreement is counted once: %s', (_name, told, credits) => {
  expect(counted(told)).toBe(credits)
})

test('a no told by one and a yes told by the other are two answers', () => {
  expect(meaningOf([{ ...phone(0), id: '1', matchedId: null, answer: 'reject' }], event(0))).toEqual({ kind: 'new' })
})

test('however the words of some taps are mixed and repeated, each tap counts once', () => {
  const taps = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(taps, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (minutes, order) => {
      const words = minutes.flatMap((minute) => [phone(minute), event(minute), event(minute)])
      const mixed = words
        .map((word) => ({ word, rank: Number(order.next().value) }))
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ word }) => word)
      expect(counted(mixed)).toBe(minutes.length)
    }),
  )
})

test('a no ends the asking and takes back no agreement; a yes begins it again', () => {
  const refused = afterAnswer({ credits: 2, isRefused: false }, 'reject')
  expect(refused).toEqual({ credits: 2, isRefused: true })
  expect(afterAnswer(refused, 'accept')).toEqual({ credits: 3, isRefused: false })
  expect(afterAnswer({ credits: 1, isRefused: false }, 'ban')).toEqual({ credits: 1, isRefused: false })
})

import { expect, test } from 'vitest'
import { createTurns } from './take-turns.ts'

test('so many at once for one key, each in turn, and one that fails holds up no other', async () => {
  const takeTurns = createTurns(2)
  const began: number[] = []
  let [busy, most] = [0, 0]
  const work = (index: number) => async () => {
    began.push(index)
    busy += 1
    most = Math.max(most, busy)
    await new Promise((resolve) => setTimeout(resolve, 5))
    busy -= 1
    if (index % 3 === 0) throw new Error('failed')
    return index
  }
  const indexes = Array.from({ length: 9 }, (_unused, index) => index)
  const results = await Promise.allSettled(indexes.map((index) => takeTurns('lunch', work(index))))
  expect(began).toEqual(indexes)
  expect(most).toBe(2)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(6)
})

test('another key waits for nobody', async () => {
  const takeTurns = createTurns(1)
  const never = takeTurns('lunch', () => new Promise(() => undefined))
  expect(await takeTurns('dinner', async () => 'done')).toBe('done')
  expect(never).toBeInstanceOf(Promise)
})

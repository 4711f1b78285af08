import { expect, test } from 'vitest'
import { readsByReader } from './reads-by-reader'

const read = (by: string, at: string, role: 'committee' | 'mediator' = 'committee') => ({ by, role, at })

test('each reader stands once, with how often and when last, the latest first', () => {
  expect(
    readsByReader([
      read('调解员（示范）', '2026-11-28T05:00:00.000Z', 'mediator'),
      read('调委会（示范）', '2026-11-28T04:00:00.000Z'),
      read('调解员（示范）', '2026-11-28T03:00:00.000Z', 'mediator'),
    ]),
  ).toEqual([
    { by: '调解员（示范）', role: 'mediator', at: '2026-11-28T05:00:00.000Z', times: 2 },
    { by: '调委会（示范）', role: 'committee', at: '2026-11-28T04:00:00.000Z', times: 1 },
  ])
})

test('somebody who reads as the committee and as the mediator stands twice', () => {
  const at = '2026-11-28T05:00:00.000Z'
  expect(readsByReader([read('示范', at), read('示范', at, 'mediator')])).toHaveLength(2)
})

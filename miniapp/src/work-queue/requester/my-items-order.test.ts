import { expect, test } from 'vitest'
import { groupMyItems } from './my-items-order'

test('what waits for the person comes first, a question before a rating, then what is due soonest, then what is done', () => {
  const items = [
    { id: 'done', state: 'closed', canRate: false, canAnswer: false, dueAt: '2026-11-20' },
    { id: 'later', state: 'queued', canRate: false, canAnswer: false, dueAt: '2026-11-30' },
    { id: 'mine', state: 'resolved', canRate: true, canAnswer: false, dueAt: '2026-11-29' },
    { id: 'asked', state: 'accepted', canRate: false, canAnswer: true, dueAt: '2026-11-30' },
    { id: 'sooner', state: 'accepted', canRate: false, canAnswer: false, dueAt: '2026-11-25' },
  ] as const
  const { waitingForMe, open, done } = groupMyItems(items)
  expect([waitingForMe, open, done].map((group) => group.map(({ id }) => id))).toEqual([
    ['asked', 'mine'],
    ['sooner', 'later'],
    ['done'],
  ])
})

import { expect, test } from 'vitest'
import { groupMyItems } from './my-items-order'

test('what waits for the person comes first, then what is due soonest, then what is done', () => {
  const items = [
    { id: 'done', state: 'closed', canRate: false, dueAt: '2026-11-20' },
    { id: 'later', state: 'queued', canRate: false, dueAt: '2026-11-30' },
    { id: 'mine', state: 'resolved', canRate: true, dueAt: '2026-11-29' },
    { id: 'sooner', state: 'accepted', canRate: false, dueAt: '2026-11-25' },
  ] as const
  const { waitingForMe, open, done } = groupMyItems(items)
  expect([waitingForMe, open, done].map((group) => group.map(({ id }) => id))).toEqual([
    ['mine'],
    ['sooner', 'later'],
    ['done'],
  ])
})

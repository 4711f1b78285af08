import { expect, test } from 'vitest'
import { problemsAfter } from '../planted-mistake.ts'

test('a contact stands under a topic that exists', () => {
  expect(problemsAfter('lane/community.yaml', 'topic: utilities', 'topic: gone')).toEqual([
    'lane/community.yaml  contacts[水电气报修].topic: names gone, which is no topic of contact-topics.yaml',
  ])
})

test('every contact names a topic', () => {
  expect(problemsAfter('lane/community.yaml', 'topic: utilities, ', '')).toEqual([
    'lane/community.yaml  contacts[3].topic: is missing',
  ])
})

test('a number stands once under a topic, and may stand under another', () => {
  expect(problemsAfter('lane/community.yaml', '0891-0000-112', '0891-0000-111')).toEqual([
    'lane/community.yaml  contacts[第二网格网格员].phone: is also the number of 第一网格网格员 under the topic grid_worker',
  ])
  expect(problemsAfter('lane/community.yaml', '0891-0000-121', '0891-0000-101')).toEqual([])
})

test('the second number is another one than the first', () => {
  expect(problemsAfter('lane/community.yaml', '0891-0000-122', '0891-0000-121')).toEqual([
    'lane/community.yaml  contacts[水电气报修].backup.phone: is the first number again: it is for when nobody answers there',
  ])
})

test('every grid cell has a grid worker to call', () => {
  const nobody = [
    'lane/grid-cells.yaml  gridCells[lane-2]: has no contact of the topic grid_worker in lane/community.yaml',
  ]
  expect(problemsAfter('lane/community.yaml', 'gridCellId: lane-2', 'gridCellId: lane-1')).toEqual(nobody)
  expect(problemsAfter('lane/community.yaml', /topic: grid_worker(, name: 第二)/, 'topic: utilities$1')).toEqual(nobody)
})

test('a community has a desk to which one can go', () => {
  const rule =
    'lane/community.yaml  contacts: needs one of the topic community_desk with an address: it stands beside every service as the way without a phone'
  expect(problemsAfter('lane/community.yaml', 'address: 大门旁, ', '')).toEqual([rule])
  expect(problemsAfter('lane/community.yaml', 'topic: community_desk', 'topic: utilities')).toEqual([rule])
})

test('a topic is written once', () => {
  expect(problemsAfter('contact-topics.yaml', 'id: utilities', 'id: community_desk')).toContain(
    'contact-topics.yaml  topics[community_desk]: the topic id community_desk is already used in contact-topics.yaml',
  )
})

import { expect, test } from 'vitest'
import { problemsAfter } from '../planted-mistake.ts'

const RESIDENT = 'demo-people.yaml  people[47fa67fd-ad80-5dc7-8ff4-960818027473]'

test('the scope of a role exists', () => {
  expect(problemsAfter('demo-people.yaml', 'communityId: lane', 'communityId: gone')).toEqual([
    `${RESIDENT}.roles[0].communityId: names gone, which does not exist or is not for the role resident`,
  ])
})

test('a role has the scope that belongs to it and no other', () => {
  expect(problemsAfter('demo-people.yaml', 'communityId: lane', 'gridCellId: lane-1')).toEqual([
    `${RESIDENT}.roles[0].communityId: is missing: the role resident is scoped by it`,
    `${RESIDENT}.roles[0].gridCellId: does not belong to the role resident, whose scope is communityId`,
  ])
})

test('subdistrict staff work in a subdistrict', () => {
  expect(problemsAfter('demo-people.yaml', 'unitId: street', 'unitId: water')).toEqual([
    'demo-people.yaml  people[d9b01aa7-b39a-555a-9a70-d6ca0f5f933b].roles[0].unitId: names water, which does not exist or is not for the role subdistrict_staff',
  ])
})

test('a demonstration person has no personal name', () => {
  expect(problemsAfter('demo-people.yaml', '居民（示范）', '居民')).toEqual([
    `${RESIDENT}.name: must say 示范: demonstration people are nobody`,
  ])
})

test('whoever is told by a call has a telephone', () => {
  expect(problemsAfter('demo-people.yaml', '居民（示范）', '居民（示范）\n    channel: call')).toEqual([
    `${RESIDENT}.phone: is missing: the channel is call`,
  ])
})

test('whoever lives without the app is told by a call', () => {
  expect(problemsAfter('demo-people.yaml', '居民（示范）', '居民（示范）\n    hasAccount: false')).toEqual([
    `${RESIDENT}.channel: must be call, because hasAccount is false: nobody reads their messages`,
  ])
  const called = '居民（示范）\n    hasAccount: false\n    channel: call\n    phone: 0891-0000-281'
  expect(problemsAfter('demo-people.yaml', '居民（示范）', called)).toEqual([])
})

test('whoever works here signs in', () => {
  const called = '网格员（示范）\n    hasAccount: false\n    channel: call\n    phone: 0891-0000-281'
  expect(problemsAfter('demo-people.yaml', '网格员（示范）', called)).toEqual([
    'demo-people.yaml  people[04dd7f53-4735-518e-b061-82c04eb8dede].hasAccount: must be true: whoever works here signs in',
  ])
})

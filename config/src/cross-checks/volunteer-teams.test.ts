import { expect, test } from 'vitest'
import { problemsAfter } from '../planted-mistake.ts'

const TEAM = 'lane/volunteer-teams.yaml  teams[riders]'
const RESIDENT = '47fa67fd-ad80-5dc7-8ff4-960818027473'
const WORKER = '04dd7f53-4735-518e-b061-82c04eb8dede'

test('whoever is in a team for a demonstration is a resident of the demonstration people', () => {
  expect(problemsAfter('lane/volunteer-teams.yaml', RESIDENT, WORKER)).toEqual([
    `${TEAM}.demoMembers: names ${WORKER}, who is no resident of demo-people.yaml`,
  ])
})

test('a team that no source names says that it is a demonstration', () => {
  expect(problemsAfter('lane/volunteer-teams.yaml', '骑行队（示范）', '骑行队')).toEqual([
    `${TEAM}.name: must say 示范: no source names such a team here`,
  ])
})

test('two teams of a community have two ids', () => {
  const second = '\n  - { id: riders, name: 又一队（示范）, demo: true }'
  expect(problemsAfter('lane/volunteer-teams.yaml', /$/, second)).toEqual([
    `${TEAM}: the team id riders is already used in lane/volunteer-teams.yaml`,
  ])
})

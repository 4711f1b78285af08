import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { addPerson, aReport, make, personIdOf, type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const TEAM = { communityId: 'raosai', teamId: 'red-riders' }
const teamFor = async (client: Client) => {
  const { items } = await client.call('listVolunteerTeams', { params: { communityId: 'raosai' } })
  const [team] = items
  if (!team) throw new Error('绕赛 has a team')
  return team
}
const newRider = async () => server.signIn(await addPerson(server, 'resident', { communityId: 'raosai' }))

test('everybody reads how many are in a team and what they did, and nobody’s name', async () => {
  const team = await teamFor(server.anonymous)
  expect(team).toEqual({
    id: 'red-riders',
    name: '红色骑行志愿队（示范）',
    members: 1,
    reported: 0,
    solved: 0,
    isMember: false,
  })
  expect((await teamFor(people.neighbour)).isMember).toBe(true)
})

test('a resident joins and leaves; doing either twice changes nothing more', async () => {
  const rider = await newRider()
  const before = (await teamFor(rider)).members
  for (let time = 0; time < 2; time += 1) {
    expect(await rider.call('joinVolunteerTeam', { params: TEAM })).toMatchObject({
      members: before + 1,
      isMember: true,
    })
  }
  for (let time = 0; time < 2; time += 1) {
    expect(await rider.call('leaveVolunteerTeam', { params: TEAM })).toMatchObject({ members: before, isMember: false })
  }
})

test('what a member reports for the team is counted, and what of it was solved', async () => {
  const rider = await newRider()
  await rider.call('joinVolunteerTeam', { params: TEAM })
  const before = await teamFor(rider)
  const teamId = 'red-riders' as const
  const visibility = 'public' as const
  const [solved, open, withdrawn] = [
    await report(rider, { teamId, visibility }),
    await report(rider, { teamId, visibility }),
    await report(rider, { teamId, visibility }),
  ]
  await report(rider, { visibility })
  await make(people.worker, solved, 'claim')
  await make(people.worker, solved, 'resolve')
  expect(await teamFor(rider)).toMatchObject({ reported: before.reported + 3, solved: before.solved })
  await make(people.leader, solved, 'close')
  await make(rider, withdrawn, 'withdraw')
  await rider.call('leaveVolunteerTeam', { params: TEAM })
  expect(await teamFor(rider)).toMatchObject({ reported: before.reported + 2, solved: before.solved + 1 })
  const params = { communityId: 'raosai', issueId: open.id }
  expect((await people.neighbour.call('getIssue', { params })).teamName).toBe('红色骑行志愿队（示范）')
})

test('what a member reports privately for the team changes no count that others read', async () => {
  const rider = await newRider()
  await rider.call('joinVolunteerTeam', { params: TEAM })
  const before = await teamFor(server.anonymous)
  const hidden = await report(rider, { teamId: 'red-riders' })
  await make(people.worker, hidden, 'claim')
  await make(people.worker, hidden, 'resolve')
  await make(people.leader, hidden, 'close')
  expect(await teamFor(server.anonymous)).toEqual(before)
  expect(await teamFor(rider)).toEqual({ ...before, isMember: true })
})

test('nobody reports for a team that they are not in, or that is not there, and nothing is written', async () => {
  const rows = () => server.sql('select id from issue')
  const before = await rows()
  const params = { communityId: 'raosai' }
  for (const [client, teamId] of [
    [people.resident, 'red-riders'],
    [people.neighbour, 'no-such-team'],
  ] as const) {
    const answer = await client.attempt('reportIssue', { params, body: { ...aReport(), teamId } })
    expect(answer.code).toBe('not_in_team')
  }
  expect(await rows()).toEqual(before)
})

test('only residents join, and only a team of that community', async () => {
  expect((await people.worker.attempt('joinVolunteerTeam', { params: TEAM })).code).toBe('forbidden')
  expect((await server.anonymous.attempt('joinVolunteerTeam', { params: TEAM })).code).toBe('unauthenticated')
  for (const params of [
    { ...TEAM, teamId: 'no-such-team' },
    { ...TEAM, communityId: 'cisongtang' },
  ]) {
    expect((await people.resident.attempt('joinVolunteerTeam', { params })).code).toBe('not_found')
    expect((await people.resident.attempt('leaveVolunteerTeam', { params })).code).toBe('not_found')
  }
})

test('a demonstration member is in the team from the start', () => {
  const community = server.app.context.config().communities.get('raosai')
  const second = personIdOf(server, 'resident', { communityId: 'raosai' }, 1)
  expect(community?.volunteerTeams.map(({ demoMembers }) => demoMembers)).toEqual([[second]])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { keepSignedIn, untilDelivered } from '../../test/desk.ts'
import { addPerson, itemFor, make, type Raosai, type Receipt, report, signInRaosai } from '../../test/factories.ts'
import { liveTogether } from '../../test/grants.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
  await keepSignedIn(server)
})
afterAll(() => server.stop())

const COMMUNITY = { communityId: 'raosai' }
const addressOf = ({ id }: Receipt) => ({ params: { ...COMMUNITY, issueId: id } })
const newResident = async () => server.signIn(await addPerson(server, 'resident', COMMUNITY))
const endorse = (client: Client, receipt: Receipt) => client.call('endorseIssue', addressOf(receipt))
const issueFor = (client: Client, receipt: Receipt) => client.call('getIssue', addressOf(receipt))
const inboxOf = async (client: Client) => {
  await untilDelivered(server)
  return (await client.call('listInbox', { query: { limit: 50 } })).items
}

const publicOnes = async () => {
  const [reporter, other] = [await newResident(), await newResident()]
  const [ended, goesOn] = [
    await report(reporter, { visibility: 'public' }),
    await report(other, { visibility: 'public' }),
  ]
  for (const receipt of [ended, goesOn]) await make(people.worker, receipt, 'claim')
  return { ended, goesOn, reporter, other }
}
const mergeInto = (ended: Receipt, { receiptNumber }: Receipt) =>
  make(people.worker, ended, 'merge', { receiptNumber, direction: 'into' })

test('whoever endorsed what ended in another counts there, raises it and is told of it from then on', async () => {
  const { ended, goesOn } = await publicOnes()
  const [both, first, second, housemate] = [
    await newResident(),
    await newResident(),
    await newResident(),
    await newResident(),
  ]
  await liveTogether(server, second, housemate)
  for (const client of [both, first, second]) await endorse(client, ended)
  for (const client of [both, housemate]) await endorse(client, goesOn)
  const before = await itemFor(people.worker, goesOn)
  await mergeInto(ended, goesOn)
  expect(await issueFor(first, goesOn)).toMatchObject({ endorsements: 3, isEndorsed: true })
  const after = await itemFor(people.worker, goesOn)
  expect(after.priority).toBe(before.priority + 1)
  expect(after.timeline.slice(-2).map(({ kind }) => kind)).toEqual(['raised', 'absorbed'])
  await make(people.worker, goesOn, 'resolve')
  const [resolved, merged] = await inboxOf(first)
  expect(resolved).toMatchObject({ kind: 'endorsed_resolved', subjectId: goesOn.id })
  expect(merged).toMatchObject({ kind: 'endorsed_merged', workItemId: null, subjectId: goesOn.id })
  expect(merged?.text).toContain('合在一起办')
})

test('the item that goes on is raised too when it takes the other in', async () => {
  const { ended, goesOn } = await publicOnes()
  for (let count = 0; count < 3; count++) await endorse(await newResident(), ended)
  const { priority } = await itemFor(people.worker, goesOn)
  await make(people.worker, goesOn, 'merge', { receiptNumber: ended.receiptNumber, direction: 'absorb' })
  expect((await itemFor(people.worker, goesOn)).priority).toBe(priority + 1)
})

test('nobody comes to endorse what their own household reported', async () => {
  const { ended, goesOn, other } = await publicOnes()
  const housemate = await newResident()
  await endorse(housemate, ended)
  await liveTogether(server, other, housemate)
  await mergeInto(ended, goesOn)
  expect(await issueFor(housemate, goesOn)).toMatchObject({ endorsements: 0, isEndorsed: false })
})

test('of a private item that it goes on in they learn that it does, and nothing that leads there', async () => {
  const { ended } = await publicOnes()
  const follower = await newResident()
  await endorse(follower, ended)
  const hidden = await report(people.neighbour)
  await make(people.worker, hidden, 'claim')
  await mergeInto(ended, hidden)
  await make(people.worker, hidden, 'resolve')
  const [merged] = await inboxOf(follower)
  expect(merged).toMatchObject({ kind: 'endorsed_merged_unseen', workItemId: null, subjectId: ended.id })
  expect(JSON.stringify(await inboxOf(follower))).not.toContain(hidden.id)
})

test('an item that is reopened on its own still has whoever endorsed it', async () => {
  const { ended, goesOn, reporter } = await publicOnes()
  const follower = await newResident()
  await endorse(follower, ended)
  await mergeInto(ended, goesOn)
  await make(reporter, ended, 'reopen')
  expect(await issueFor(follower, ended)).toMatchObject({ endorsements: 1, isEndorsed: true })
  expect((await inboxOf(follower))[0]).toMatchObject({ kind: 'endorsed_reopened', subjectId: ended.id })
})

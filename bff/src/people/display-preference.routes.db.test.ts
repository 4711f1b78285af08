import { ROLES } from '@little-bench/shared/people/roles'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { addPerson, personIdOf } from '../../test/factories.ts'
import { actingFor, giveTo } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

const LARGE = { language: 'bo', isElderMode: true, textStep: 'largest' } as const
const PLAIN = { language: 'zh', isElderMode: false, textStep: 'standard' } as const

let server: TestServer
let elder: Client
let daughter: Client

const newResident = async (): Promise<Client> =>
  server.signIn(await addPerson(server, 'resident', { communityId: 'raosai' }))

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  ;[elder, daughter] = await Promise.all([newResident(), newResident()])
})

const displayOf = async (client: Client) => (await client.call('getMe')).display

test('who has chosen nothing is told so, and every phone goes by its own', async () => {
  expect(await displayOf(elder)).toBeNull()
})

test('what was chosen on one phone is there on another, and the last choice counts', async () => {
  const otherPhone = await server.signIn(elder.personId)
  expect(await elder.call('saveDisplayPreferences', { body: LARGE })).toEqual(LARGE)
  expect(await displayOf(otherPhone)).toEqual(LARGE)
  await otherPhone.call('saveDisplayPreferences', { body: { ...LARGE, isElderMode: null, textStep: 'large' } })
  expect(await displayOf(elder)).toEqual({ language: 'bo', isElderMode: null, textStep: 'large' })
})

test('it stays after signing out everywhere', async () => {
  await elder.call('saveDisplayPreferences', { body: LARGE })
  await elder.call('endAllSessions')
  expect(await displayOf(await server.signIn(elder.personId))).toEqual(LARGE)
})

test('nobody’s choice is read or changed by another', async () => {
  await elder.call('saveDisplayPreferences', { body: LARGE })
  expect(await displayOf(daughter)).toBeNull()
  await daughter.call('saveDisplayPreferences', { body: PLAIN })
  expect(await displayOf(elder)).toEqual(LARGE)
})

test('who acts for somebody goes on reading by their own choice, and cannot choose for the other', async () => {
  await giveTo(daughter, elder)
  await elder.call('saveDisplayPreferences', { body: LARGE })
  const asElder = await daughter.call('getMe', {}, actingFor(elder))
  expect([asElder.id, asElder.display]).toEqual([elder.personId, null])
  await daughter.call('saveDisplayPreferences', { body: PLAIN })
  expect((await daughter.call('getMe', {}, actingFor(elder))).display).toEqual(PLAIN)
  const answer = await daughter.attempt('saveDisplayPreferences', { body: PLAIN }, actingFor(elder))
  expect(answer.status).toBe(403)
  expect(await displayOf(elder)).toEqual(LARGE)
})

test.each(ROLES)('the role %s may choose', async (role) => {
  const client = await server.signIn(personIdOf(server, role))
  expect((await client.attempt('saveDisplayPreferences', { body: LARGE })).status).toBe(200)
  expect(await displayOf(client)).toEqual(LARGE)
})

test('without a session there is nobody whose choice it would be', async () => {
  const answer = await server.anonymous.attempt('saveDisplayPreferences', { body: LARGE })
  expect([answer.status, answer.code]).toEqual([401, 'unauthenticated'])
})

test.each([
  { ...LARGE, language: 'en' },
  { ...LARGE, textStep: 'huge' },
  { ...LARGE, isElderMode: 'yes' },
  { language: 'zh', isElderMode: true },
])('%j is not a choice', async (body) => {
  const answer = await elder.attempt('saveDisplayPreferences', { body })
  expect([answer.status, answer.code]).toEqual([422, 'validation_failed'])
  expect(await displayOf(elder)).toBeNull()
})

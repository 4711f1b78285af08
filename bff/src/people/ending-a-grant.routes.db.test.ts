import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { keepSignedIn, untilDelivered } from '../../test/desk.ts'
import { addPerson, aReport, personIdOf, report } from '../../test/factories.ts'
import { actingFor, actsFor, aGrant, giveTo, offerTo, sitTogether } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import { askForReviews } from './index.ts'

const COMMUNITY = { communityId: 'raosai' }

let server: TestServer
let staff: Client
let elder: Client
let daughter: Client

const newResident = async (): Promise<Client> => server.signIn(await addPerson(server, 'resident', COMMUNITY))

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  staff = await server.signIn(personIdOf(server, 'community_staff', COMMUNITY))
  ;[elder, daughter] = await Promise.all([newResident(), newResident()])
})

const inboxOf = async (client: Client): Promise<string[]> => {
  await untilDelivered(server)
  return (await client.call('listInbox')).items.map(({ kind }) => kind)
}
const readFor = async () => (await daughter.attempt('listMyItems', {}, actingFor(elder))).code ?? 'answered'
const freeze = (isFrozen: boolean, by = elder, headers = {}) =>
  by.attempt('freezeProxyGrants', { body: { isFrozen } }, headers)

describe('a grant is ended', () => {
  test.each([
    ['by the person, and the proxy is told', () => elder, 'principal', () => daughter],
    ['by the proxy, and the person is told', () => daughter, 'agent', () => elder],
  ])('%s', async (_sentence, who, endedBy, told) => {
    const { id } = await giveTo(daughter, elder)
    const ended = await who().call('revokeProxyGrant', { params: { grantId: id } })
    expect(ended).toMatchObject({ state: 'revoked', endedBy, endedAt: START, canRevoke: false })
    expect(await readFor()).toBe('proxy_grant_missing')
    expect(await inboxOf(told())).toContain('grant_revoked')
    expect(await inboxOf(who())).not.toContain('grant_revoked')
  })

  test('by the counter at the word of the person, who reads that it was done', async () => {
    const { id } = await giveTo(daughter, elder)
    await sitTogether(server, staff, elder, 'phone')
    const ended = await staff.call('revokeProxyGrant', { params: { grantId: id } }, actingFor(elder))
    expect(ended).toMatchObject({ state: 'revoked', endedBy: 'counter' })
    expect(await inboxOf(daughter)).toContain('grant_revoked')
    expect(await actsFor(server, elder)).toEqual(['revokeProxyGrant'])
  })

  test('never by a proxy in the name of the person', async () => {
    const other = await newResident()
    const { id } = await giveTo(other, elder)
    await giveTo(daughter, elder)
    const answer = await daughter.attempt('revokeProxyGrant', { params: { grantId: id } }, actingFor(elder))
    expect([answer.status, answer.code]).toEqual([403, 'not_delegable'])
  })

  test('once', async () => {
    const { id } = await giveTo(daughter, elder)
    const answers = await Promise.all(
      [elder, daughter, elder, daughter].map((who) => who.attempt('revokeProxyGrant', { params: { grantId: id } })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ code }) => code === 'grant_not_answerable')).toHaveLength(3)
  })

  test('also before anybody has entered its code', async () => {
    const { grant } = await offerTo(elder)
    const ended = await elder.call('revokeProxyGrant', { params: { grantId: grant.id } })
    expect([ended.state, ended.agent]).toEqual(['revoked', null])
  })

  test('by its last day without anybody doing anything, and it cannot be ended after that', async () => {
    const { id } = await giveTo(daughter, elder, { validUntil: '2026-11-23' })
    server.clock.set('2026-11-23T15:59:59.000Z')
    expect(await readFor()).toBe('answered')
    server.clock.set('2026-11-23T16:00:00.000Z')
    expect(await readFor()).toBe('proxy_grant_missing')
    const answer = await elder.attempt('revokeProxyGrant', { params: { grantId: id } })
    expect([answer.status, answer.code]).toEqual([409, 'grant_not_answerable'])
  })

  test('and leaves the list after a year', async () => {
    const { id } = await giveTo(daughter, elder, { validUntil: '2027-11-23' })
    await elder.call('revokeProxyGrant', { params: { grantId: id } })
    await keepSignedIn(server)
    server.clock.advance({ days: 365 })
    expect((await elder.call('listProxyGrants')).given).toHaveLength(1)
    server.clock.advance({ days: 1 })
    expect((await elder.call('listProxyGrants')).given).toEqual([])
  })
})

test('acting in the same second as the end of the grant is refused', async () => {
  const { id } = await giveTo(daughter, elder)
  const params = COMMUNITY
  expect((await daughter.attempt('reportIssue', { params, body: aReport() }, actingFor(elder))).status).toBe(201)
  await elder.call('revokeProxyGrant', { params: { grantId: id } })
  const answer = await daughter.attempt('reportIssue', { params, body: aReport() }, actingFor(elder))
  expect([answer.status, answer.code]).toEqual([403, 'proxy_grant_missing'])
  expect(await actsFor(server, elder)).toEqual(['reportIssue'])
})

describe('frozen', () => {
  test('nothing that the person has given counts until they lift it', async () => {
    const other = await newResident()
    await giveTo(daughter, elder)
    await giveTo(other, elder)
    expect((await freeze(true)).body).toEqual({ isFrozen: true, grants: 2 })
    expect(await readFor()).toBe('proxy_grant_missing')
    const { given, isFrozen } = await elder.call('listProxyGrants')
    expect([isFrozen, ...given.map(({ state }) => state)]).toEqual([true, 'frozen', 'frozen'])
    expect((await freeze(false)).body).toEqual({ isFrozen: false, grants: 2 })
    expect(await readFor()).toBe('answered')
    expect((await elder.call('listProxyGrants')).isFrozen).toBe(false)
  })

  test('the person is told and the proxy is not, who reads it in their list', async () => {
    await giveTo(daughter, elder)
    await freeze(true)
    expect(await inboxOf(elder)).toContain('grant_frozen')
    expect(await inboxOf(daughter)).toEqual([])
    expect((await daughter.call('listProxyGrants')).received.map(({ state }) => state)).toEqual(['frozen'])
  })

  test('what is given meanwhile is frozen as well, and so is what is accepted meanwhile', async () => {
    const other = await newResident()
    const { grant, code } = await offerTo(elder)
    await freeze(true)
    await daughter.call('redeemProxyCode', { body: { code } })
    const answer = { params: { grantId: grant.id }, body: { isAccepted: true } }
    expect((await daughter.call('answerProxyGrant', answer)).state).toBe('frozen')
    expect((await giveTo(other, elder)).state).toBe('frozen')
    await freeze(false)
    expect((await elder.call('listProxyGrants')).given.map(({ state }) => state)).toEqual(['active', 'active'])
  })

  test('without anything given there is nothing to freeze', async () => {
    expect((await freeze(true)).body).toEqual({ isFrozen: false, grants: 0 })
    expect(await inboxOf(elder)).toEqual([])
  })

  test('a frozen grant can be ended, by the proxy too', async () => {
    const { id } = await giveTo(daughter, elder)
    await freeze(true)
    expect((await daughter.call('revokeProxyGrant', { params: { grantId: id } })).state).toBe('revoked')
  })

  test.each([
    ['counter', 'answered'],
    ['phone', 'not_delegable'],
    ['visit', 'not_delegable'],
  ] as const)('in a session (%s) staff freeze; lifting is %s', async (reason, lifting) => {
    await giveTo(daughter, elder)
    await sitTogether(server, staff, elder, reason)
    expect((await freeze(true, staff, actingFor(elder))).body).toEqual({ isFrozen: true, grants: 1 })
    expect((await freeze(false, staff, actingFor(elder))).code ?? 'answered').toBe(lifting)
    expect((await elder.call('listProxyGrants')).isFrozen).toBe(lifting !== 'answered')
  })

  test('a proxy lifts nothing', async () => {
    await giveTo(daughter, elder)
    expect((await freeze(false, daughter, actingFor(elder))).code).toBe('not_delegable')
    await freeze(true)
    expect((await freeze(false, daughter, actingFor(elder))).code).toBe('proxy_grant_missing')
    // Their own are their own.
    expect((await freeze(false, daughter)).body).toEqual({ isFrozen: false, grants: 0 })
    expect(await readFor()).toBe('proxy_grant_missing')
  })
})

test('at half time the person is asked once whether they still want it', async () => {
  await giveTo(daughter, elder, { validUntil: '2026-12-03' })
  const other = await newResident()
  const ended = await giveTo(other, elder, { validUntil: '2026-12-03' })
  await elder.call('revokeProxyGrant', { params: { grantId: ended.id } })
  const { context } = server.app
  const asked: string[] = []
  const askOn = (instant: string) =>
    askForReviews(
      context,
      (_trx, { kind, personId, details }) => {
        if (personId === elder.personId) asked.push(`${kind} ${details['untilAt']}`)
        return Promise.resolve()
      },
      new Date(instant),
    )
  await askOn('2026-11-27T19:30:00.000Z')
  await askOn('2026-11-26T19:30:00.000Z')
  expect(asked).toEqual(['grant_review 2026-12-02T16:00:00.000Z'])
  await askOn('2026-11-28T19:30:00.000Z')
  expect(asked).toHaveLength(1)
})

test('the counter reads the grants of whoever it helps, and nobody else on the staff does', async () => {
  await giveTo(daughter, elder)
  await report(elder)
  expect((await staff.attempt('listProxyGrants', {}, actingFor(elder))).code).toBe('proxy_grant_missing')
  await sitTogether(server, staff, elder)
  const { given } = await staff.call('listProxyGrants', {}, actingFor(elder))
  expect(given.map(({ state, canRevoke }) => [state, canRevoke])).toEqual([['active', true]])
  const colleague = await server.signIn(personIdOf(server, 'community_staff', COMMUNITY, 1))
  expect((await colleague.attempt('listProxyGrants', {}, actingFor(elder))).code).toBe('proxy_grant_missing')
  const offered = await staff.attempt('offerProxyGrant', { body: aGrant() }, actingFor(elder))
  expect(offered.code).toBe('not_delegable')
})

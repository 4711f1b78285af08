import type { Freedom } from '@little-bench/shared/people/grants'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Client, Loose } from '../../test/client.ts'
import { callList } from '../../test/counter.ts'
import { untilDelivered } from '../../test/desk.ts'
import { addPerson, personIdOf } from '../../test/factories.ts'
import { actingFor, actsFor, aGrant, giveTo, liveTogether, offerTo, sitTogether } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

const COMMUNITY = { communityId: 'raosai' }
const PRESSED = ['pressed', 'unsure'] as const

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

const witnessed = (freedom: Freedom = 'free') => ({
  params: COMMUNITY,
  body: { ...aGrant({ freedom }), residentId: elder.personId, isAskedAlone: true as const },
})
const witness = (by: Client, input: Loose = witnessed()) => by.attempt('witnessProxyGrant', input)
const redeem = (client: Client, code: string) => client.attempt('redeemProxyCode', { body: { code } })

describe('at the counter', () => {
  test('an elder without a telephone gives a grant, which her daughter takes up with the printed code', async () => {
    await sitTogether(server, staff, elder)
    const { grant, code } = await staff.call('witnessProxyGrant', witnessed())
    expect(grant).toMatchObject({ state: 'offered', isWitnessed: true, principal: { id: elder.personId }, agent: null })
    const { id } = await daughter.call('redeemProxyCode', { body: { code: code.code } })
    await daughter.call('answerProxyGrant', { params: { grantId: id }, body: { isAccepted: true } })
    expect((await daughter.attempt('listMyItems', {}, actingFor(elder))).status).toBe(200)
  })

  test('the elder reads that a grant was witnessed, and by whom', async () => {
    await sitTogether(server, staff, elder)
    await staff.call('witnessProxyGrant', witnessed())
    expect(await actsFor(server, elder)).toEqual(['witnessProxyGrant'])
    const { items } = await elder.call('listProxyActs')
    expect(items.map(({ said, isByStaff, assist }) => [said, isByStaff, assist?.reason])).toEqual([
      ['当面见证了一份授权', true, 'counter'],
      ['开始帮您办事', true, 'counter'],
    ])
  })

  test('nothing is witnessed on the telephone, where nobody can say who listens', async () => {
    await sitTogether(server, staff, elder, 'phone')
    expect((await witness(staff)).code).toBe('assist_session_missing')
    await sitTogether(server, staff, elder, 'visit')
    expect((await witness(staff)).status).toBe(201)
  })

  test('nothing is witnessed without an open session with that resident', async () => {
    expect((await witness(staff)).code).toBe('assist_session_missing')
    await sitTogether(server, staff, daughter)
    expect((await witness(staff)).code).toBe('assist_session_missing')
    await sitTogether(server, staff, elder)
    const colleague = await server.signIn(personIdOf(server, 'community_staff', COMMUNITY, 1))
    expect((await witness(colleague)).code).toBe('assist_session_missing')
    server.clock.advance({ hours: 0.5 })
    expect((await witness(staff)).code).toBe('assist_session_missing')
    expect((await elder.call('listProxyGrants')).given).toEqual([])
  })

  test.each([
    ['the counter of another community', 'community_staff', { communityId: 'cisongtang' }, 'not_found'],
    ['the subdistrict', 'subdistrict_staff', { unitId: 'bakuo-subdistrict' }, 'forbidden'],
    ['a resident', 'resident', COMMUNITY, 'forbidden'],
    ['whoever keeps the system running', 'admin', {}, 'forbidden'],
  ] as const)('%s cannot witness it', async (_name, role, scope, code) => {
    const other = await server.signIn(personIdOf(server, role, scope))
    await sitTogether(server, other, elder)
    expect((await witness(other)).code).toBe(code)
  })

  test('nobody witnesses a grant of somebody from elsewhere', async () => {
    const elsewhere = await server.signIn(personIdOf(server, 'resident', { communityId: 'cisongtang' }))
    await sitTogether(server, staff, elsewhere)
    const { body } = witnessed()
    const answer = await witness(staff, { params: COMMUNITY, body: { ...body, residentId: elsewhere.personId } })
    expect([answer.status, answer.code]).toEqual([404, 'not_found'])
  })

  test('it is not written unless the question was asked alone', async () => {
    await sitTogether(server, staff, elder)
    const { body } = witnessed()
    const answer = await witness(staff, { params: COMMUNITY, body: { ...body, isAskedAlone: false } })
    expect([answer.status, answer.code]).toEqual([422, 'validation_failed'])
  })

  test('the limits are those of the own telephone', async () => {
    await sitTogether(server, staff, elder)
    for (let count = 0; count < 5; count += 1) await staff.call('witnessProxyGrant', witnessed())
    expect((await witness(staff)).code).toBe('too_many_grants')
    const long = { params: COMMUNITY, body: { ...witnessed().body, validUntil: '2028-01-01' } }
    expect((await witness(staff, long)).code).toBe('grant_period_invalid')
  })

  test('staff do not take up what they witnessed', async () => {
    await server.sql(
      "insert into role_assignment (person_id, role, community_id) values ($1, 'resident', 'raosai') on conflict do nothing",
      [staff.personId],
    )
    await sitTogether(server, staff, elder)
    const { code } = await staff.call('witnessProxyGrant', witnessed())
    expect((await redeem(staff, code.code)).code).toBe('code_invalid')
    expect((await redeem(daughter, code.code)).status).toBe(200)
  })
})

describe('given under pressure', () => {
  const shapeOf = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (key, each) =>
        ['id', 'code'].includes(key) && typeof each === 'string' ? each.replace(/\w/g, 'x') : each,
      ),
    )

  test.each(PRESSED)('(%s) the answer looks like any other and the code opens nothing', async (freedom) => {
    const free = await elder.call('offerProxyGrant', { body: aGrant() })
    const pressed = await elder.call('offerProxyGrant', { body: aGrant({ freedom }) })
    const withoutIds = ({ grant, code }: typeof free) => shapeOf({ grant: { ...grant, principal: '' }, code })
    expect(withoutIds(pressed)).toEqual(withoutIds(free))
    expect((await redeem(daughter, pressed.code?.code ?? '')).code).toBe('code_invalid')
    const { given } = await elder.call('listProxyGrants')
    expect(given.map(({ state, canRevoke }) => [state, canRevoke])).toEqual([
      ['offered', true],
      ['offered', true],
    ])
  })

  test.each(PRESSED)('(%s) whoever of the household is named never hears of it', async (freedom) => {
    await liveTogether(server, elder, daughter)
    const { grant } = await elder.call('offerProxyGrant', { body: aGrant({ freedom, agentId: daughter.personId }) })
    expect([grant.state, grant.agent?.id]).toEqual(['offered', daughter.personId])
    expect((await daughter.call('listProxyGrants')).received).toEqual([])
    const params = { grantId: grant.id }
    const answer = await daughter.attempt('answerProxyGrant', { params, body: { isAccepted: true } })
    expect([answer.status, answer.code]).toEqual([404, 'not_found'])
    expect((await daughter.attempt('revokeProxyGrant', { params })).code).toBe('not_found')
    await elder.call('revokeProxyGrant', { params })
    await untilDelivered(server)
    expect((await daughter.call('listInbox')).items).toEqual([])
  })

  test('it counts as one of five, as it seems to', async () => {
    for (let count = 0; count < 5; count += 1) await offerTo(elder, { freedom: 'pressed' })
    expect((await elder.attempt('offerProxyGrant', { body: aGrant() })).code).toBe('too_many_grants')
  })

  test('what the person answered stands in no answer', async () => {
    const sent: string[] = []
    for (const freedom of PRESSED) {
      sent.push((await elder.attempt('offerProxyGrant', { body: aGrant({ freedom }) })).text)
    }
    await giveTo(daughter, elder)
    await sitTogether(server, staff, elder)
    sent.push((await witness(staff, witnessed('pressed'))).text)
    sent.push((await elder.attempt('listProxyGrants')).text, (await elder.attempt('listProxyActs')).text)
    sent.push((await daughter.attempt('listProxyGrants')).text)
    sent.push((await staff.attempt('listProxyGrants', {}, actingFor(elder))).text)
    expect(sent.filter((text) => /freedom|pressed|unsure/.test(text))).toEqual([])
  })

  const callTo = async ({ personId }: Client) => (await callList(staff)).find(({ person }) => person.id === personId)
  const offered = (freedom: Freedom) => elder.call('offerProxyGrant', { body: aGrant({ freedom }) })
  const witnessedWith = async (freedom: Freedom) => {
    await sitTogether(server, staff, elder)
    await staff.call('witnessProxyGrant', witnessed(freedom))
  }

  test.each([
    ['on her own phone, pressed', () => offered('pressed')],
    ['on her own phone, unsure', () => offered('unsure')],
    ['at the counter, pressed', () => witnessedWith('pressed')],
    ['at the counter, unsure', () => witnessedWith('unsure')],
  ] as const)('given %s, the counter is asked to call, and no inbox says so', async (_name, give) => {
    await give()
    await expect.poll(async () => (await callTo(elder))?.lines.length, { timeout: 10_000 }).toBe(1)
    const call = await callTo(elder)
    expect(call?.lines).toMatchObject([{ isConfidential: true }])
    // Read out beside whoever presses her, it gives nothing away.
    expect(call?.lines[0]?.text).toBe('请单独问本人：最近有没有人催着、逼着办事？旁边有人就先不问，改天再打。')
    await untilDelivered(server)
    const inboxes = await Promise.all([elder, daughter, staff].map((each) => each.call('listInbox')))
    expect(inboxes.flatMap(({ items }) => items.map(({ text }) => text))).toEqual([])
  })

  test('nobody is called about what was given freely', async () => {
    await offered('free')
    await witnessedWith('free')
    const neighbour = await newResident()
    await neighbour.call('offerProxyGrant', { body: aGrant({ freedom: 'pressed' }) })
    // The jobs run in turn: what was asked later has been done.
    await expect.poll(() => callTo(neighbour), { timeout: 10_000 }).toBeDefined()
    expect(await callTo(elder)).toBeUndefined()
  })
})

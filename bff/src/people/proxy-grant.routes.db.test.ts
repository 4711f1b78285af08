import { MAX_GRANTS } from '@little-bench/shared/people/grants'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { untilDelivered } from '../../test/desk.ts'
import { addPerson, personIdOf, report } from '../../test/factories.ts'
import { actingFor, aGrant, giveTo, liveTogether, offerTo } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

const COMMUNITY = { communityId: 'raosai' }
const NOBODY_S = '0199f000-0000-7000-8000-000000000001'

let server: TestServer
let elder: Client
let daughter: Client
let neighbour: Client

const newResident = async (): Promise<Client> => server.signIn(await addPerson(server, 'resident', COMMUNITY))

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  ;[elder, daughter, neighbour] = await Promise.all([newResident(), newResident(), newResident()])
})

const codeOf = async (call: Promise<{ status: number; code: string | undefined }>) => {
  const { status, code } = await call
  return [status, code]
}
const inboxOf = async (client: Client) => {
  await untilDelivered(server)
  return (await client.call('listInbox')).items.map(({ kind, text }) => ({ kind, text }))
}
const stateFor = async (client: Client, side: 'given' | 'received') =>
  (await client.call('listProxyGrants'))[side].map(({ state }) => state)
const redeem = (client: Client, code: string) => client.attempt('redeemProxyCode', { body: { code } })

test('a code on paper lets a daughter act for her mother, once she has accepted', async () => {
  const { grant, code } = await offerTo(elder)
  expect(grant).toMatchObject({ state: 'offered', agent: null, isWitnessed: false, canRevoke: true, canAnswer: false })
  const typed = code.replace(/(\d{4})(?=\d)/g, '$1 ')
  const entered = await daughter.call('redeemProxyCode', { body: { code: typed } })
  expect(entered).toMatchObject({ id: grant.id, state: 'offered', canAnswer: true, canRevoke: false })
  expect(await codeOf(daughter.attempt('listMyItems', {}, actingFor(elder)))).toEqual([403, 'proxy_grant_missing'])
  const accepted = await daughter.call('answerProxyGrant', {
    params: { grantId: grant.id },
    body: { isAccepted: true, callName: '阿妈' },
  })
  expect(accepted).toMatchObject({ state: 'active', callName: '阿妈', canRevoke: true, canAnswer: false })
  const receipt = await report(elder)
  const { items } = await daughter.call('listMyItems', {}, actingFor(elder))
  expect(items.map(({ receiptNumber }) => receiptNumber)).toEqual([receipt.receiptNumber])
})

test('somebody of the household is chosen without a code and told', async () => {
  await liveTogether(server, elder, daughter)
  const body = aGrant({ agentId: daughter.personId })
  const { grant, code } = await elder.call('offerProxyGrant', { body })
  expect([code, grant.agent?.id, grant.state]).toEqual([null, daughter.personId, 'offered'])
  expect(await inboxOf(daughter)).toEqual([
    { kind: 'grant_offered', text: '示范人员想请您代办。请打开看看，愿意再答应。' },
  ])
  const answer = { params: { grantId: grant.id }, body: { isAccepted: true } }
  expect((await daughter.call('answerProxyGrant', answer)).callName).toBeNull()
  expect(await inboxOf(elder)).toEqual([
    { kind: 'grant_accepted', text: '示范人员答应替您办事，到5月23日为止。随时可以结束。' },
  ])
})

test('nobody outside the household is chosen without a code', async () => {
  await liveTogether(server, elder, daughter)
  await server.sql('update household_member set left_at = now() where person_id = $1', [daughter.personId])
  for (const agentId of [daughter.personId, neighbour.personId, NOBODY_S]) {
    const answer = elder.attempt('offerProxyGrant', { body: { ...aGrant(), agentId } })
    expect(await codeOf(answer)).toEqual([422, 'not_in_household'])
  }
})

test('the two parties read the same grant, each from their side', async () => {
  await giveTo(daughter, elder)
  const [hers, theirs] = await Promise.all([elder.call('listProxyGrants'), daughter.call('listProxyGrants')])
  expect([hers.received, theirs.given]).toEqual([[], []])
  expect(hers.given).toEqual(theirs.received)
  expect(hers.given[0]?.scopes).toEqual([
    { service: 'issues', powers: ['read', 'file', 'manage'] },
    { service: 'profile', powers: ['read', 'manage'] },
  ])
})

test('names are masked for both parties', async () => {
  await server.sql("update person set is_demo = false, name = '示范全名甲' where id = $1", [elder.personId])
  await giveTo(daughter, elder)
  const { given } = await elder.call('listProxyGrants')
  const { received } = await daughter.call('listProxyGrants')
  expect([given[0]?.principal.name, received[0]?.principal.name]).toEqual(['示*甲', '示*甲'])
})

test('refused, the grant is over and the person is told', async () => {
  const { grant, code } = await offerTo(elder)
  await daughter.call('redeemProxyCode', { body: { code } })
  const answer = { params: { grantId: grant.id }, body: { isAccepted: false, callName: '阿妈' } }
  expect(await daughter.call('answerProxyGrant', answer)).toMatchObject({ state: 'refused', callName: null })
  expect((await inboxOf(elder)).map(({ kind }) => kind)).toEqual(['grant_refused'])
  expect(await codeOf(daughter.attempt('answerProxyGrant', answer))).toEqual([409, 'grant_not_answerable'])
  expect(await codeOf(elder.attempt('revokeProxyGrant', answer))).toEqual([409, 'grant_not_answerable'])
})

describe('terms', () => {
  test.each([
    [
      'a power that the service does not have',
      { scopes: [{ service: 'profile', powers: ['file'] }] },
      'power_not_offered',
    ],
    ['yesterday as the last day', { validUntil: '2026-11-22' }, 'grant_period_invalid'],
    ['a year and a day', { validUntil: '2027-11-24' }, 'grant_period_invalid'],
    ['no service at all', { scopes: [] }, 'validation_failed'],
    ['a service without a power', { scopes: [{ service: 'issues', powers: [] }] }, 'validation_failed'],
    ['a service that nobody knows', { scopes: [{ service: 'savings', powers: ['read'] }] }, 'validation_failed'],
    ['no answer to whether it is free', { freedom: undefined }, 'validation_failed'],
    ['a day that does not exist', { validUntil: '2027-02-30' }, 'validation_failed'],
  ])('are refused with %s', async (_name, changes, code) => {
    const answer = elder.attempt('offerProxyGrant', { body: { ...aGrant(), ...changes } })
    expect(await codeOf(answer)).toEqual([422, code])
    expect(await stateFor(elder, 'given')).toEqual([])
  })

  test('are kept with reading in every service that is named', async () => {
    const { grant } = await offerTo(elder, { scopes: [{ service: 'issues', powers: ['file'] }] })
    expect(grant.scopes).toEqual([{ service: 'issues', powers: ['read', 'file'] }])
    expect(grant.reviewOn).toBe('2027-02-21')
  })

  test('may name today or the same day next year', async () => {
    await offerTo(elder, { validUntil: '2026-11-23' })
    await offerTo(elder, { validUntil: '2027-11-23' })
    expect(await stateFor(elder, 'given')).toEqual(['offered', 'offered'])
  })
})

test('a grant to oneself is refused, chosen or by code', async () => {
  const chosen = elder.attempt('offerProxyGrant', { body: { ...aGrant(), agentId: elder.personId } })
  expect(await codeOf(chosen)).toEqual([422, 'grant_to_oneself'])
  const { code } = await offerTo(elder)
  expect(await codeOf(redeem(elder, code))).toEqual([422, 'grant_to_oneself'])
  // The code is still good for somebody else.
  expect((await redeem(daughter, code)).status).toBe(200)
})

describe('a code', () => {
  test('works once', async () => {
    const { code } = await offerTo(elder)
    expect((await redeem(daughter, code)).status).toBe(200)
    expect(await codeOf(redeem(neighbour, code))).toEqual([422, 'code_invalid'])
    expect(await codeOf(redeem(daughter, code))).toEqual([422, 'code_invalid'])
  })

  test('entered by twenty at once binds one of them', async () => {
    const { code } = await offerTo(elder)
    const others = await Promise.all(Array.from({ length: 20 }, newResident))
    const answers = await Promise.all(others.map((other) => redeem(other, code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter((answer) => answer.code === 'code_invalid')).toHaveLength(19)
  })

  test('that is used, expired, taken back, mistyped, unknown or for something else answers the same', async () => {
    const [used, expired, revoked] = [await offerTo(elder), await offerTo(elder), await offerTo(elder)]
    await redeem(daughter, used.code)
    await elder.call('revokeProxyGrant', { params: { grantId: revoked.grant.id } })
    await server.sql('update one_time_code set expires_at = $1 where subject_id = $2', [START, expired.grant.id])
    const mistyped = `${used.code.slice(0, 11)}${(Number(used.code[11]) + 1) % 10}`
    const codes = [used.code, expired.code, revoked.code, mistyped, '500000000009', '212345678907', 'anything']
    const bodies = await Promise.all(
      codes.map(async (code) => (await redeem(neighbour, code)).text.replace(/"requestId":"[^"]+"/, '')),
    )
    expect(new Set(bodies).size).toBe(1)
    expect(bodies[0]).toContain('code_invalid')
  })

  test('is for seven days, and the offer after that is over and counts no more', async () => {
    const { code } = await offerTo(elder)
    server.clock.advance({ days: 7 })
    expect(await codeOf(redeem(daughter, code))).toEqual([422, 'code_invalid'])
    server.clock.advance({ days: 1 })
    expect(await stateFor(elder, 'given')).toEqual(['expired'])
  })

  test('is kept in the database nowhere, also not for a repeated request', async () => {
    const headers = { 'Idempotency-Key': 'offer-0000001' }
    const first = await elder.call('offerProxyGrant', { body: aGrant() }, headers)
    expect(await elder.call('offerProxyGrant', { body: aGrant() }, headers)).toEqual(first)
    const rows = await server.sql(
      'select to_jsonb(key)::text as row from idempotency_key as key union all select to_jsonb(c)::text from one_time_code as c union all select to_jsonb(g)::text from proxy_grant as g',
    )
    expect(JSON.stringify(rows)).not.toContain(first.code?.code)
    expect(await stateFor(elder, 'given')).toEqual(['offered'])
  })

  test('is not guessed: after three tries nobody is answered', async () => {
    const strict = await startTestServer({ RATE_LIMIT_CODE: 3 })
    try {
      const guesser = await strict.signIn(personIdOf(strict, 'resident', COMMUNITY))
      const giver = await strict.signIn(personIdOf(strict, 'resident', COMMUNITY, 1))
      const { code } = await offerTo(giver)
      const codes = ['500000000009', '500000000017', '500000000025', code]
      const answers: (string | undefined)[] = []
      for (const each of codes) answers.push((await redeem(guesser, each)).code)
      expect(answers).toEqual(['code_invalid', 'code_invalid', 'code_invalid', 'rate_limited'])
    } finally {
      await strict.stop()
    }
  })
})

describe('at most five', () => {
  test('are open at once, whatever became of them, and an ended one makes room', async () => {
    const first = await giveTo(daughter, elder)
    for (let count = 1; count < MAX_GRANTS; count += 1) await offerTo(elder)
    expect(await codeOf(elder.attempt('offerProxyGrant', { body: aGrant() }))).toEqual([409, 'too_many_grants'])
    await daughter.call('revokeProxyGrant', { params: { grantId: first.id } })
    expect((await elder.attempt('offerProxyGrant', { body: aGrant() })).status).toBe(201)
  })

  test('of twenty parallel offers are written', async () => {
    const offers = Array.from({ length: 20 }, () => elder.attempt('offerProxyGrant', { body: aGrant() }))
    const statuses = (await Promise.all(offers)).map(({ status, code }) => code ?? status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(MAX_GRANTS)
    expect(statuses.filter((status) => status === 'too_many_grants')).toHaveLength(20 - MAX_GRANTS)
    expect(await stateFor(elder, 'given')).toHaveLength(MAX_GRANTS)
  })

  test('do not include those whose last day is over', async () => {
    for (let count = 0; count < MAX_GRANTS; count += 1) await offerTo(elder, { validUntil: '2026-11-23' })
    server.clock.advance({ days: 1 })
    expect((await elder.attempt('offerProxyGrant', { body: aGrant({ validUntil: '2026-12-23' }) })).status).toBe(201)
  })
})

describe('between two people', () => {
  test('one grant counts at a time', async () => {
    await liveTogether(server, elder, daughter)
    await giveTo(daughter, elder)
    const chosen = elder.attempt('offerProxyGrant', { body: { ...aGrant(), agentId: daughter.personId } })
    expect(await codeOf(chosen)).toEqual([409, 'grant_exists'])
    const { code } = await offerTo(elder)
    expect(await codeOf(redeem(daughter, code))).toEqual([409, 'grant_exists'])
    expect((await redeem(neighbour, code)).status).toBe(200)
  })

  test('two that are accepted at the same moment become one', async () => {
    const offers = [await offerTo(elder), await offerTo(elder)]
    const entered = await Promise.all(offers.map(({ code }) => daughter.call('redeemProxyCode', { body: { code } })))
    const answers = await Promise.all(
      entered.map(({ id }) =>
        daughter.attempt('answerProxyGrant', { params: { grantId: id }, body: { isAccepted: true } }),
      ),
    )
    expect(answers.map(({ status, code }) => code ?? String(status)).toSorted()).toEqual(['200', 'grant_exists'])
  })

  test('a new one takes the place of an expired one, which stays in the list', async () => {
    await giveTo(daughter, elder, { validUntil: '2026-11-24' })
    server.clock.advance({ days: 2 })
    await giveTo(daughter, elder)
    expect(await stateFor(elder, 'given')).toEqual(['active', 'expired'])
  })
})

describe('the wrong person', () => {
  test('can neither answer nor end a grant, and is told as if there were none', async () => {
    const { grant, code } = await offerTo(elder)
    await redeem(daughter, code)
    const staff = await server.signIn(personIdOf(server, 'community_staff', COMMUNITY))
    const there = { params: { grantId: grant.id } }
    const nowhere = { params: { grantId: NOBODY_S } }
    for (const operation of ['answerProxyGrant', 'revokeProxyGrant'] as const) {
      const body = operation === 'answerProxyGrant' ? { body: { isAccepted: true } } : {}
      const [one, other] = [
        await neighbour.attempt(operation, { ...there, ...body }),
        await neighbour.attempt(operation, { ...nowhere, ...body }),
      ]
      expect([one.status, one.code, one.message]).toEqual([404, 'not_found', other.message])
      expect(await codeOf(staff.attempt(operation, { ...there, ...body }))).toEqual([403, 'forbidden'])
    }
    const own = elder.attempt('answerProxyGrant', { ...there, body: { isAccepted: true } })
    expect(await codeOf(own)).toEqual([404, 'not_found'])
    expect(await stateFor(elder, 'given')).toEqual(['offered'])
  })

  test('reads in the same words that they may not act, grant or no grant', async () => {
    await giveTo(daughter, elder)
    const without = await newResident()
    const others = await Promise.all(
      (['subdistrict_staff', 'community_staff', 'admin', 'grid_worker'] as const).map((role) =>
        server.signIn(personIdOf(server, role)),
      ),
    )
    for (const other of [neighbour, ...others]) {
      for (const operation of ['listMyItems', 'listProxyGrants', 'getMe', 'reportIssue'] as const) {
        const input = { params: COMMUNITY, body: { serviceCode: 'garbage', description: '垃圾' } }
        const sent = operation === 'reportIssue' ? input : {}
        const texts = await Promise.all(
          [elder, without, { personId: NOBODY_S }].map(async (principal) =>
            (await other.attempt(operation, sent, actingFor(principal))).text.replace(/"requestId":"[^"]+"/, ''),
          ),
        )
        expect(new Set(texts).size).toBe(1)
        expect(texts[0]).toContain('proxy_grant_missing')
      }
    }
  })
})

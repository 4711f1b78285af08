import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addPerson, personIdOf } from '../../test/factories.ts'
import { cardsOf, codeFor, invited, openOnPaper, signInToMediation } from '../../test/mediation.ts'
import { START, type TestServer } from '../../test/server.ts'
import { anAccount, newOpenId, newPhone, signInByPhone, signInByWechat } from '../../test/sign-in.ts'
import { startWithWechat } from '../../test/wechat.ts'
import type { WechatServer } from '../../test/wechat-server/wechat-server.ts'

let server: TestServer
let wechat: WechatServer

beforeAll(async () => {
  ;({ server, wechat } = await startWithWechat())
})
afterAll(async () => {
  await server.stop()
  await wechat.stop()
})
beforeEach(() => server.clock.set(START))

const minutes = (count: number) => server.clock.advance({ hours: count / 60 })

describe('where somebody is signed in', () => {
  test('stands in a list with this session first, by kind of device and way', async () => {
    const phone = newPhone()
    const first = await signInByPhone(server, phone, anAccount())
    const second = await signInByPhone(server, phone)
    const { items } = await second.call('listSessions')
    expect(items).toMatchObject([
      { method: 'phone_code', device: '其他设备', reachesDesk: false, isThis: true },
      { method: 'phone_code', isThis: false },
    ])
    expect((await first.call('listSessions')).items[0]?.id).toBe(items[1]?.id)
  })

  test('no address and no word of the program is kept', async () => {
    const agent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5) MicroMessenger/8.0 word-of-the-program'
    const personId = personIdOf(server, 'resident')
    const { body } = await server.anonymous.attempt('startDemoSession', { body: { personId } }, { 'User-Agent': agent })
    const rows = await server.sql<{ row: string }>(
      'select to_jsonb(session)::text as row from session where person_id = $1',
      [personId],
    )
    expect(body).toMatchObject({ person: { id: personId } })
    const stored = JSON.stringify(rows)
    expect(stored).toContain('iPhone · 微信')
    expect(stored).not.toMatch(/word-of-the-program|127\.0\.0\.1/)
  })

  test('it says to ten minutes when one was last used, and a request does not wait for that', async () => {
    const client = await signInByWechat({ server, wechat }, newOpenId(), anAccount())
    const lastSeen = async () => (await client.call('listSessions')).items[0]?.lastSeenAt
    minutes(9)
    expect(await lastSeen()).toBe(START)
    minutes(1)
    await client.call('getMe')
    await expect.poll(lastSeen).toBe('2026-11-23T02:10:00.000Z')
  })

  test('one can be ended from another; the phone in hand goes on', async () => {
    const phone = newPhone()
    const lost = await signInByPhone(server, phone, anAccount())
    const here = await signInByPhone(server, phone)
    const sessionId = (await here.call('listSessions')).items.find(({ isThis }) => !isThis)?.id ?? ''
    expect(await here.attempt('endOtherSession', { params: { sessionId } })).toMatchObject({ body: { ended: 1 } })
    expect((await lost.attempt('getMe')).code).toBe('unauthenticated')
    expect((await here.call('listSessions')).items).toHaveLength(1)
    expect((await here.attempt('endOtherSession', { params: { sessionId } })).code).toBe('not_found')
  })

  test('nobody ends a session of somebody else', async () => {
    const [mine, yours] = [
      await signInByPhone(server, newPhone(), anAccount()),
      await signInByPhone(server, newPhone(), anAccount()),
    ]
    const sessionId = (await yours.call('listSessions')).items[0]?.id ?? ''
    expect((await mine.attempt('endOtherSession', { params: { sessionId } })).code).toBe('not_found')
    expect((await yours.attempt('getMe')).status).toBe(200)
  })
})

describe('an account', () => {
  test('says what is bound to it, the number masked', async () => {
    const phone = newPhone()
    const client = await signInByPhone(server, phone, anAccount())
    expect(await client.call('getMyAccount')).toEqual({
      phone: `089****${phone.slice(-2)}`,
      hasWechat: false,
      hasTotp: false,
      desk: 'none',
    })
    const other = await signInByWechat({ server, wechat }, newOpenId(), anAccount())
    expect(await other.call('getMyAccount')).toMatchObject({ phone: null, hasWechat: true })
  })

  test('a number that only the counter wrote down is not bound', async () => {
    const client = await server.signIn(personIdOf(server, 'resident', { communityId: 'raosai' }))
    expect((await client.call('getMyAccount')).phone).toBeNull()
  })
})

describe('staff without a second proof in this session', () => {
  const signInStaff = async (role: 'community_staff' | 'admin', isResident: boolean) => {
    const phone = newPhone()
    const client = await signInByPhone(server, phone, anAccount())
    await server.sql('insert into role_assignment (person_id, role, community_id) values ($1, $2, $3)', [
      client.personId,
      role,
      role === 'admin' ? null : 'raosai',
    ])
    if (!isResident) {
      await server.sql("delete from role_assignment where person_id = $1 and role = 'resident'", [client.personId])
    }
    return client
  }

  test('are the residents that they also are', async () => {
    const client = await signInStaff('community_staff', true)
    expect((await client.call('getMe')).roles.map(({ role }) => role)).toEqual(['resident'])
    expect((await client.call('getMyAccount')).desk).toBe('locked')
    expect((await client.attempt('listMyItems')).status).toBe(200)
  })

  test.each([
    ['listMyQueues', {}],
    ['listQueueItems', { params: { queueId: 'raosai-grid-1' }, query: { view: 'unclaimed', limit: 10 } }],
    ['findResidents', { params: { communityId: 'raosai' }, body: { name: '示范居民' } }],
    ['listCallList', { params: { communityId: 'raosai' }, query: { view: 'due', limit: 10 } }],
    ['listStaff', {}],
  ] as const)('cannot call %s', async (operation, input) => {
    const client = await signInStaff('community_staff', true)
    expect((await client.attempt(operation, input)).code).toBe('forbidden')
  })

  test('who are no residents are nobody until then', async () => {
    const client = await signInStaff('admin', false)
    expect((await client.call('getMe')).roles).toEqual([])
    expect((await client.attempt('listStaff')).code).toBe('forbidden')
    expect((await client.attempt('getHousehold')).code).toBe('forbidden')
  })
})

test('a code on paper for one case opens that case alone: no account, no list, no desk', async () => {
  const people = await signInToMediation(server)
  const params = await invited(people, (await cardsOf(server)).slice(0, 2))
  const paper = await openOnPaper(server, await codeFor(people.committee, params))
  for (const operation of ['getMyAccount', 'listSessions'] as const) {
    expect([operation, (await paper.attempt(operation)).code]).toEqual([operation, 'forbidden'])
  }
  const binding = await paper.attempt('bindPhone', { body: { requestId: randomUUID(), code: '123456' } })
  expect(binding.code).toBe('forbidden')
  const accepting = await paper.attempt('acceptStaffInvitation', { body: { code: '712345678901', key: 'totp' } })
  expect(accepting.code).toBe('forbidden')
  const [row] = await server.sql('select method, reaches_desk from session where case_id = $1', [params.caseId])
  expect(row).toEqual({ method: 'invitation', reaches_desk: false })
  expect((await paper.attempt('getMediationCase', { params })).status).toBe(200)
})

test('a session of a demonstration reaches the desk', async () => {
  const staff = await server.signIn(await addPerson(server, 'community_staff', { communityId: 'raosai' }))
  expect((await staff.call('getMyAccount')).desk).toBe('open')
})

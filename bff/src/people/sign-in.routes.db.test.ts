import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { callList, everythingStored } from '../../test/counter.ts'
import { personIdOf } from '../../test/factories.ts'
import { START, type TestServer } from '../../test/server.ts'
import {
  anAccount,
  askForCode,
  newOpenId,
  newPhone,
  registerAtCounter,
  signInByPhone,
  signInByWechat,
} from '../../test/sign-in.ts'
import { startWithWechat } from '../../test/wechat.ts'
import type { WechatServer } from '../../test/wechat-server/wechat-server.ts'

let server: TestServer
let wechat: WechatServer
let staff: Client

beforeAll(async () => {
  ;({ server, wechat } = await startWithWechat())
})
afterAll(async () => {
  await server.stop()
  await wechat.stop()
})
beforeEach(async () => {
  wechat.heal()
  server.clock.set(START)
  staff = await server.signIn(personIdOf(server, 'community_staff', { communityId: 'raosai' }))
})

const codeOf = async (...[name, input]: Parameters<Client['attempt']>) =>
  (await server.anonymous.attempt(name, input)).code

test('a server says in which ways one can sign in', async () => {
  expect(await server.anonymous.call('getSignInWays')).toEqual({ wechat: true, phone: true, demo: true })
})

test('nobody gets an account by opening the mini-program', async () => {
  const openId = newOpenId()
  expect(await codeOf('signInWithWechat', { body: { code: wechat.newCode(openId) } })).toBe('account_unknown')
  expect(await codeOf('signInWithWechat', { body: { code: wechat.newCode(openId) } })).toBe('account_unknown')
})

test('whoever has read the policy opens an account with WeChat, and is known from then on', async () => {
  const openId = newOpenId()
  const body = { code: wechat.newCode(openId), account: anAccount('示范新人') }
  const first = await server.anonymous.call('signInWithWechat', { body })
  expect(first).toMatchObject({ isNew: true, desk: 'none', person: { name: '示范新人' } })
  expect(first.person.roles).toMatchObject([{ role: 'resident', communityId: 'raosai' }])
  const again = await server.anonymous.call('signInWithWechat', { body: { code: wechat.newCode(openId) } })
  expect(again).toMatchObject({ isNew: false, person: { id: first.person.id } })
  expect(again.token).not.toBe(first.token)
})

test('somebody reads their own name whole, and nobody else does', async () => {
  const client = await signInByWechat({ server, wechat }, newOpenId(), anAccount('示范全名'))
  expect((await client.call('getMe')).name).toBe('示范全名')
  expect(await server.sql('select name from person where id = $1', [client.personId])).toEqual([{ name: '示*名' }])
})

test('an account without a name is that of a resident', async () => {
  const client = await signInByWechat({ server, wechat }, newOpenId(), anAccount())
  expect((await client.call('getMe')).name).toBe('居民')
})

test('a code of WeChat works once', async () => {
  const body = { code: wechat.newCode(newOpenId()), account: anAccount() }
  await server.anonymous.call('signInWithWechat', { body })
  expect(await codeOf('signInWithWechat', { body })).toBe('wechat_code_invalid')
})

test('two phones of one WeChat account that open an account at once get one', async () => {
  const openId = newOpenId()
  const answers = await Promise.all(
    [1, 2].map(() =>
      server.anonymous.call('signInWithWechat', { body: { code: wechat.newCode(openId), account: anAccount() } }),
    ),
  )
  expect(new Set(answers.map(({ person }) => person.id)).size).toBe(1)
  expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1)
})

test('an account that WeChat bars is told another way, and a dead WeChat is said so', async () => {
  const barred = newOpenId()
  wechat.block(barred)
  expect(await codeOf('signInWithWechat', { body: { code: wechat.newCode(barred) } })).toBe('wechat_sign_in_refused')
  wechat.fail({ path: '/sns/jscode2session', kind: 'html', times: 9 })
  expect(await codeOf('signInWithWechat', { body: { code: wechat.newCode(newOpenId()) } })).toBe('wechat_unavailable')
})

test.each([
  ['a community that is none', { communityId: 'nowhere' }, 'validation_failed'],
  ['a policy that has changed since', { policyVersion: '2020-01-01' }, 'policy_changed'],
])('%s opens no account', async (_what, changes, code) => {
  const account = { ...anAccount(), ...changes }
  const openId = newOpenId()
  expect(await codeOf('signInWithWechat', { body: { code: wechat.newCode(openId), account } })).toBe(code)
  expect(await codeOf('signInWithWechat', { body: { code: wechat.newCode(openId) } })).toBe('account_unknown')
})

test('a number without an account is unknown, and its code stays good for whoever then wants one', async () => {
  const sent = await askForCode(server, newPhone())
  expect(await codeOf('signInWithPhoneCode', { body: sent })).toBe('account_unknown')
  const { isNew } = await server.anonymous.call('signInWithPhoneCode', { body: { ...sent, account: anAccount() } })
  expect(isNew).toBe(true)
})

test('a number that was proven signs in whoever it was proven for', async () => {
  const phone = newPhone()
  const first = await signInByPhone(server, phone, anAccount('示范号主'))
  const again = await signInByPhone(server, phone)
  expect(again.personId).toBe(first.personId)
})

test('a number that the counter wrote down makes nobody somebody else', async () => {
  const phone = newPhone()
  const motherId = await registerAtCounter(staff, '示范母亲', phone)
  const daughter = await signInByPhone(server, phone, anAccount('示范女儿'))
  expect(daughter.personId).not.toBe(motherId)
})

test('whoever opens an account by the name and number that the counter knows is that person, who is called about it', async () => {
  const phone = newPhone()
  const knownId = await registerAtCounter(staff, '示范老人', phone)
  const client = await signInByPhone(server, phone, anAccount('示范老人'))
  expect(client.personId).toBe(knownId)
  const [found] = (await staff.call('findResidents', { params: { communityId: 'raosai' }, body: { name: '示范老人' } }))
    .items
  expect(found).toMatchObject({ personId: knownId, hasAccount: true, channel: 'inbox' })
  await expect
    .poll(async () =>
      (await callList(staff)).flatMap(({ person, lines }) =>
        person.name === '示范老人' ? lines.map(({ text }) => text) : [],
      ),
    )
    .toEqual([expect.stringContaining('有人用这个号码进了本人名下的小程序账号，是不是本人')])
  expect((await client.call('listInbox')).items).toEqual([])
})

test('of two whom the counter knows by one name and number nobody becomes either', async () => {
  const phone = newPhone()
  const knownId = await registerAtCounter(staff, '示范同名', phone)
  const [row] = await server.sql<{ row: string }>(
    'select to_jsonb(c)::text as row from person_contact c where person_id = $1',
    [knownId],
  )
  const twinId = '0199f000-0000-7000-8000-00000000abcd'
  await server.sql('insert into person select $1, name, false, created_at, null from person where id = $2', [
    twinId,
    knownId,
  ])
  await server.sql(
    'insert into role_assignment select $1, role, community_id from role_assignment where person_id = $2',
    [twinId, knownId],
  )
  await server.sql(
    "insert into person_contact select * from jsonb_populate_record(null::person_contact, $1::jsonb || jsonb_build_object('person_id', $2::text))",
    [row?.row ?? '', twinId],
  )
  const client = await signInByPhone(server, phone, anAccount('示范同名'))
  expect([knownId, twinId]).not.toContain(client.personId)
})

test('an account that is being closed begins no session any more, by either way', async () => {
  const { context } = server.app
  const [phone, openId] = [newPhone(), newOpenId()]
  const client = await signInByWechat({ server, wechat }, openId, anAccount())
  await client.call('bindPhone', { body: { wechatPhoneCode: wechat.newPhoneCode(openId, phone) } })
  const sent = await askForCode(server, phone)
  const waiting = await context.db.transaction().execute(async (trx) => {
    await trx.updateTable('person').set({ closed_at: START }).where('id', '=', client.personId).execute()
    const begun = [
      codeOf('signInWithWechat', { body: { code: wechat.newCode(openId) } }),
      codeOf('signInWithPhoneCode', { body: sent }),
    ]
    // Both have found whose it is, and wait.
    await expect
      .poll(
        async () =>
          (
            await server.sql(
              "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
            )
          ).length,
      )
      .toBe(2)
    return begun
  })
  expect(await Promise.all(waiting)).toEqual(['account_unknown', 'account_unknown'])
  expect((await client.attempt('getMe')).code).toBe('unauthenticated')
})

test('neither a number nor a code nor an open id nor a name stands in the database or the log', async () => {
  const [phone, openId, name] = [newPhone(), newOpenId(), '示范不留名']
  const sent = await askForCode(server, phone)
  await server.anonymous.call('signInWithPhoneCode', { body: { ...sent, account: anAccount(name) } })
  await signInByWechat({ server, wechat }, openId, anAccount(name))
  const stored = await everythingStored(server)
  for (const secret of [phone, sent.code, openId, name]) expect(stored).not.toContain(secret)
  const lines = server
    .logged()
    .split('\n')
    .filter((line) => !line.includes('"msg":"short message"'))
  for (const secret of [phone, openId, name]) expect(lines.join('\n')).not.toContain(secret)
})

test('the log says who came in and who did not, and why', async () => {
  const client = await signInByWechat({ server, wechat }, newOpenId(), anAccount())
  await server.anonymous.attempt('signInWithWechat', { body: { code: 'no code' } })
  const lines = server.logged()
  expect(lines).toMatch(new RegExp(`"method":"wechat","outcome":"signed_in","personId":"${client.personId}"`))
  expect(lines).toContain('"method":"wechat","outcome":"wechat_code_invalid"')
})

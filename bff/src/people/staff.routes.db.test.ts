import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { personIdOf } from '../../test/factories.ts'
import { openSocket } from '../../test/live-socket.ts'
import { START, type TestServer } from '../../test/server.ts'
import { anAccount, newOpenId, newPhone, signInByPhone, signInByWechat } from '../../test/sign-in.ts'
import { startWithWechat } from '../../test/wechat.ts'
import type { WechatServer } from '../../test/wechat-server/wechat-server.ts'
import { createLiveServer } from '../platform/http/live-server.ts'
import { createLog } from '../platform/log/log.ts'
import { inviteFirst } from './invite-staff.service.ts'
import { authenticate } from './session.service.ts'

let server: TestServer
let wechat: WechatServer
let admin: Client
let staff: Client

beforeAll(async () => {
  ;({ server, wechat } = await startWithWechat())
})
afterAll(async () => {
  await server.stop()
  await wechat.stop()
})
beforeEach(async () => {
  server.clock.set(START)
  admin = await server.signIn(personIdOf(server, 'admin'))
  staff = await server.signIn(personIdOf(server, 'community_staff', { communityId: 'raosai' }))
})

const WORKER = { role: 'grid_worker', communityId: 'raosai', gridCellId: 'raosai-1' } as const
const STAFF = { role: 'community_staff', communityId: 'raosai' } as const
type Given = typeof WORKER | typeof STAFF

const invite = async (inviter: Client, given: Given = WORKER, name = '示范新同事') =>
  inviter.call('inviteStaff', { body: { name, given } })
const colleague = () => signInByWechat({ server, wechat }, newOpenId(), anAccount())
const accept = (client: Client, code: string, key: 'wechat' | 'totp' = 'wechat') =>
  client.attempt('acceptStaffInvitation', { body: { code, key } })
const end = (by: Client, personId: string, given: object) =>
  by.attempt('endStaffRole', { params: { personId }, body: { given } })

describe('whom somebody may invite', () => {
  test('an administrator anybody', async () => {
    const { invitation, code } = await invite(admin, STAFF)
    expect(invitation).toMatchObject({ name: '示范新同事', role: { role: 'community_staff', scopeName: '绕赛社区' } })
    expect(code.code).toMatch(/^7\d{11}$/)
    expect(code.expiresAt).toBe('2026-11-26T02:00:00.000Z')
  })

  test.each([
    ['a grid worker of their community', WORKER, 201],
    ['a colleague of their own kind', STAFF, 'role_not_yours_to_give'],
    [
      'a grid worker elsewhere',
      { ...WORKER, communityId: 'cisongtang', gridCellId: 'cisongtang-1' },
      'role_not_yours_to_give',
    ],
    ['an administrator', { role: 'admin' }, 'role_not_yours_to_give'],
    ['a department', { role: 'department_staff', unitId: 'housing' }, 'role_not_yours_to_give'],
  ] as const)('staff of a community: %s', async (_whom, given, expected) => {
    const answer = await staff.attempt('inviteStaff', { body: { name: '示范某人', given } })
    expect(answer.code ?? answer.status).toBe(expected)
  })

  test('nobody into a place that is not there, or that is not the role’s', async () => {
    const codeOf = async (given: object) =>
      (await admin.attempt('inviteStaff', { body: { name: '示范某人', given } })).code
    expect(await codeOf({ ...WORKER, gridCellId: 'cisongtang-1' })).toBe('unknown_scope')
    expect(await codeOf({ role: 'community_staff', communityId: 'nowhere' })).toBe('unknown_scope')
    expect(await codeOf({ role: 'admin', communityId: 'raosai' })).toBe('validation_failed')
    expect(await codeOf({ role: 'resident', communityId: 'raosai' })).toBe('validation_failed')
  })

  test('a resident nobody', async () => {
    const resident = await colleague()
    expect((await resident.attempt('inviteStaff', { body: { name: '示范某人', given: WORKER } })).code).toBe(
      'forbidden',
    )
  })

  test('the same sent again under its key is the same invitation with the same code', async () => {
    const headers = { 'Idempotency-Key': randomUUID() }
    const body = { name: '示范一次', given: WORKER }
    const [first, second] = [
      await staff.attempt('inviteStaff', { body }, headers),
      await staff.attempt('inviteStaff', { body }, headers),
    ]
    expect(second.text).toBe(first.text)
    const stored = await server.sql('select result::text from idempotency_key where key = $1', [
      headers['Idempotency-Key'],
    ])
    expect(JSON.stringify(stored)).not.toMatch(/示范一次|7\d{11}/)
  })
})

describe('an invitation', () => {
  test('is taken with WeChat: the role counts and the desk opens at once, here and at the next sign-in', async () => {
    const { code } = await invite(staff)
    const openId = newOpenId()
    const client = await signInByWechat({ server, wechat }, openId, anAccount('示范张三'))
    expect((await client.attempt('listMyQueues')).code).toBe('forbidden')
    const { body } = await accept(client, code.code)
    expect(body).toMatchObject({ desk: 'open', totp: null })
    expect((await client.call('listMyQueues')).items.length).toBeGreaterThan(0)
    const again = await signInByWechat({ server, wechat }, openId)
    expect((await again.call('getMyAccount')).desk).toBe('open')
    server.clock.advance({ hours: 12 })
    expect((await again.attempt('getMe')).code).toBe('unauthenticated')
  })

  test('gives its name to whoever gave none', async () => {
    const { code } = await invite(staff, WORKER, '示范有名')
    const client = await colleague()
    await accept(client, code.code)
    expect((await client.call('getMe')).name).toBe('示范有名')
    expect(await server.sql('select name from person where id = $1', [client.personId])).toEqual([{ name: '示*名' }])
  })

  test('works once', async () => {
    const { code } = await invite(staff)
    expect((await accept(await colleague(), code.code)).status).toBe(200)
    const other = await colleague()
    expect((await accept(other, code.code)).code).toBe('code_invalid')
    expect((await other.call('getMyAccount')).desk).toBe('none')
  })

  test('of two who enter it at once one gets the role', async () => {
    const { code } = await invite(staff)
    const [one, other] = [await colleague(), await colleague()]
    const answers = await Promise.all([accept(one, code.code), accept(other, code.code)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422])
  })

  test('is too old after three days', async () => {
    const { code } = await invite(staff)
    server.clock.advance({ days: 3 })
    expect((await accept(await colleague(), code.code)).code).toBe('code_invalid')
  })

  test('that was taken back opens nothing, and stands in no list', async () => {
    const { code, invitation } = await invite(staff)
    const listed = async () => (await staff.call('listStaff')).invitations.map(({ id }) => id)
    expect(await listed()).toContain(invitation.id)
    await staff.call('withdrawStaffInvitation', { params: { invitationId: invitation.id } })
    expect(await listed()).not.toContain(invitation.id)
    expect((await accept(await colleague(), code.code)).code).toBe('code_invalid')
    const again = await staff.attempt('withdrawStaffInvitation', { params: { invitationId: invitation.id } })
    expect(again.code).toBe('not_found')
  })

  test('of the administrator is not there for staff of a community', async () => {
    const { invitation } = await invite(admin, STAFF)
    expect((await staff.call('listStaff')).invitations.map(({ id }) => id)).not.toContain(invitation.id)
    const answer = await staff.attempt('withdrawStaffInvitation', { params: { invitationId: invitation.id } })
    expect(answer.code).toBe('not_found')
  })

  test('is not taken as a key of WeChat in a session that WeChat did not begin, and stays good', async () => {
    const { code } = await invite(staff)
    const byPhone = await signInByPhone(server, newPhone(), anAccount())
    expect((await accept(byPhone, code.code)).code).toBe('wechat_session_needed')
    expect((await accept(await colleague(), code.code)).status).toBe(200)
  })

  test('does not open the desk on another phone of the same account', async () => {
    const { code } = await invite(staff)
    const phone = newPhone()
    const [one, other] = [newOpenId(), newOpenId()]
    const first = await signInByWechat({ server, wechat }, one, anAccount())
    await first.call('bindPhone', { body: { wechatPhoneCode: wechat.newPhoneCode(one, phone) } })
    const second = await signInByWechat({ server, wechat }, other, anAccount())
    await second.call('bindPhone', { body: { wechatPhoneCode: wechat.newPhoneCode(other, phone) } })
    await accept(first, code.code)
    expect((await second.call('getMyAccount')).desk).toBe('locked')
    expect((await (await signInByWechat({ server, wechat }, other)).call('getMyAccount')).desk).toBe('locked')
  })
})

test('the first administrator is invited where the system runs, by nobody here', async () => {
  const { context } = server.app
  const invited = { name: '示范第一位', given: { role: 'admin' } } as const
  const { code } = await inviteFirst(context, invited, context.clock.now())
  const client = await colleague()
  expect((await accept(client, code)).body).toMatchObject({ desk: 'open' })
  expect((await client.attempt('listStaff')).status).toBe(200)
  await server.sql("delete from role_assignment where person_id = $1 and role = 'admin'", [client.personId])
})

describe('who works here', () => {
  test('is listed to staff of a community as far as they may end a role, and to the administrator in full', async () => {
    const { code } = await invite(staff, WORKER, '示范在册')
    const client = await colleague()
    await accept(client, code.code)
    const { items } = await staff.call('listStaff')
    expect(items.find(({ personId }) => personId === client.personId)).toMatchObject({
      name: '示范在册',
      roles: [{ role: 'grid_worker', scopeName: '绕赛社区 · 第一网格' }],
      deskKeys: ['wechat'],
    })
    const roles = new Set(items.flatMap((member) => member.roles.map(({ role }) => role)))
    expect([...roles].toSorted()).toEqual([
      'childcare_worker',
      'grid_leader',
      'grid_worker',
      'kitchen',
      'visiting_worker',
    ])
    expect(items.every((member) => member.roles.every(({ communityId }) => communityId === 'raosai'))).toBe(true)
    const all = (await admin.call('listStaff')).items.flatMap((member) => member.roles.map(({ role }) => role))
    expect(all).toEqual(expect.arrayContaining(['admin', 'community_staff', 'mediator', 'department_staff']))
  })

  test('the administrator alone is given the units into which somebody can be invited', async () => {
    const { units } = await admin.call('listStaff')
    expect(units).toContainEqual({ id: 'bakuo-subdistrict', name: '八廓街道', role: 'subdistrict_staff' })
    expect(units.some(({ role }) => role === 'department_staff')).toBe(true)
    expect((await staff.call('listStaff')).units).toEqual([])
  })
})

test('a live desk whose role has ended is shut when its session is checked next', async () => {
  const { code } = await invite(admin)
  const client = await colleague()
  await accept(client, code.code)
  const http = createServer().listen(0, '127.0.0.1')
  await once(http, 'listening')
  const left = { heard: async () => undefined, checked: () => undefined, left: async () => undefined }
  const live = createLiveServer('/live', {
    authenticate: (token) => authenticate(server.app.context, token),
    limitRate: async () => undefined,
    log: createLog('silent'),
    trustProxy: false,
    checkMs: 50,
    join(peer) {
      peer.send({ type: 'welcome' })
      return left
    },
  })
  live.attach(http)
  const { port } = http.address() as AddressInfo // A TCP server has a TCP address.
  const socket = await openSocket(`http://127.0.0.1:${port}`, '/live')
  socket.say({ type: 'hello', token: client.token })
  await expect.poll(() => socket.frames.length).toBe(1)
  await end(staff, client.personId, WORKER)
  expect(await socket.closed).toBe(1008)
  await live.close()
  http.close()
})

describe('the end of a role', () => {
  const begin = async (given: Given = WORKER) => {
    const { code } = await invite(admin, given)
    const openId = newOpenId()
    const client = await signInByWechat({ server, wechat }, openId, anAccount())
    await accept(client, code.code)
    return { openId, client }
  }

  test('shuts every desk of theirs at once, and their WeChat opens none any more', async () => {
    const { openId, client } = await begin()
    const elsewhere = await signInByWechat({ server, wechat }, openId)
    expect((await end(staff, client.personId, WORKER)).body).toEqual({ hasEnded: true })
    for (const session of [client, elsewhere]) expect((await session.attempt('getMe')).code).toBe('unauthenticated')
    const resident = await signInByWechat({ server, wechat }, openId)
    expect((await resident.call('getMyAccount')).desk).toBe('none')
    // Whoever gives the role again gives no key with it.
    await server.sql("insert into role_assignment (person_id, role, community_id) values ($1, 'kitchen', 'raosai')", [
      client.personId,
    ])
    expect((await (await signInByWechat({ server, wechat }, openId)).call('getMyAccount')).desk).toBe('locked')
  })

  test('takes back what they invited to and could not any more', async () => {
    const { client } = await begin(STAFF)
    const open = await invite(client)
    const kept = await invite(admin)
    await end(admin, client.personId, STAFF)
    expect((await accept(await colleague(), open.code.code)).code).toBe('code_invalid')
    expect((await accept(await colleague(), kept.code.code)).status).toBe(200)
  })

  test('leaves them a resident with what is theirs', async () => {
    const { openId, client } = await begin()
    await end(staff, client.personId, WORKER)
    const { roles } = await (await signInByWechat({ server, wechat }, openId)).call('getMe')
    expect(roles.map(({ role }) => role)).toEqual(['resident'])
  })

  test('is not for staff of a community to decide where they could not have given it', async () => {
    const { client } = await begin(STAFF)
    expect((await end(staff, client.personId, STAFF)).code).toBe('role_not_yours_to_give')
    expect((await end(staff, client.personId, WORKER)).code).toBe('not_found')
    expect((await client.attempt('getMe')).status).toBe(200)
  })

  test('never leaves the system without an administrator, also when two end each other at once', async () => {
    const other = personIdOf(server, 'admin')
    expect((await end(admin, other, { role: 'admin' })).code).toBe('last_administrator')
    expect((await admin.attempt('listStaff')).status).toBe(200)
    const second = await server.signIn(personIdOf(server, 'resident', { communityId: 'ejietang' }))
    await server.sql("insert into role_assignment (person_id, role) values ($1, 'admin')", [second.personId])
    const answers = await Promise.all([
      end(admin, second.personId, { role: 'admin' }),
      end(second, admin.personId, { role: 'admin' }),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await server.sql("select 1 from role_assignment where role = 'admin'")).toHaveLength(1)
    await server.sql("delete from role_assignment where role = 'admin'")
    await server.sql("insert into role_assignment (person_id, role) values ($1, 'admin')", [other])
  })
})

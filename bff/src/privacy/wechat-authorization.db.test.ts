import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addPerson, type Raosai, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { bindAccount } from '../wechat/index.ts'
import { insertPush } from '../wechat/wechat-push.repository.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

let count = 0

const openIdOf = (personId: string) => `示范编号-${personId}`

/** Whatever WeChat has told is worked through as it would be after its signature was checked. */
const told = async (personId: string, Event: string, fields: Record<string, unknown> = {}): Promise<void> => {
  const { context, wechatEvents } = server.app
  const [now, openId] = [server.clock.now(), openIdOf(personId)]
  count += 1
  const text = JSON.stringify({ Event, OpenID: openId, CreateTime: count, ...fields })
  await inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
    if (personId !== 'nobody') await bindAccount(trx, context.sealer, { openId, personId }, now)
    const pushId = await insertPush(trx, context.sealer, { text, name: Event, now })
    if (pushId !== undefined) await wechatEvents.follow(trx, pushId)
  })
  await vi.waitFor(
    async () => {
      expect(await server.sql('select 1 from wechat_push where done_at is null')).toEqual([])
    },
    { timeout: 20_000 },
  )
}
const cancel = (personId: string) => told(personId, 'user_authorization_cancellation')
const revoke = (personId: string, RevokeInfo: string | number) =>
  told(personId, 'user_authorization_revoke', { RevokeInfo })
const linesOf = (personId: string) =>
  server.sql('select action, details from audit_line where actor_id = $1 order by id', [personId])

test('whoever cancels their WeChat account has none here either', async () => {
  const personId = await addPerson(server, 'resident', { communityId: 'raosai' })
  await cancel(personId)
  expect(await server.sql('select name from person where id = $1', [personId])).toEqual([{ name: '已注销居民' }])
  expect(await linesOf(personId)).toEqual([{ action: 'account_closed', details: { by: 'wechat' } }])
})

test('whoever works here keeps their desk, and only the way in is gone', async () => {
  const { personId } = people.staff
  await cancel(personId)
  expect(await server.sql('select closed_at from person where id = $1', [personId])).toEqual([{ closed_at: null }])
  expect(await linesOf(personId)).toEqual([{ action: 'authorization_revoked', details: { info: 'cancellation' } }])
})

test('whoever has another WeChat account only loses the one that they cancelled, and is signed out where it began', async () => {
  const personId = await addPerson(server, 'resident', { communityId: 'raosai' })
  const { context } = server.app
  const now = server.clock.now()
  const one = await bindAccount(context.db, context.sealer, { openId: openIdOf(personId), personId }, now)
  await bindAccount(context.db, context.sealer, { openId: '示范的另一个编号', personId }, now)
  const [begun, elsewhere] = [await server.signIn(personId), await server.signIn(personId)]
  await server.sql("update session set method = 'wechat', wechat_account_id = $1 where token_hash = $2", [
    one?.id,
    createHash('sha256')
      .update(begun.token ?? '')
      .digest('hex'),
  ])
  await cancel(personId)
  expect(await server.sql('select closed_at from person where id = $1', [personId])).toEqual([{ closed_at: null }])
  expect(await server.sql('select 1 from wechat_account where person_id = $1', [personId])).toHaveLength(1)
  expect((await begun.attempt('getMe')).code).toBe('unauthenticated')
  expect((await elsewhere.attempt('getMe')).status).toBe(200)
})

test('a number that is not to be used any more is gone', async () => {
  const { personId } = people.resident
  await revoke(personId, '8')
  expect(
    await server.sql('select sealed_phone, phone_hash from person_contact where person_id = $1', [personId]),
  ).toEqual([{ sealed_phone: null, phone_hash: null }])
})

test('several that are taken back at once all go, and one may come as a number', async () => {
  const personId = await addPerson(server, 'resident', { communityId: 'raosai' }, { name: '示范收回的人' })
  await revoke(personId, '8, 13')
  await revoke(personId, 5)
  expect(await linesOf(personId)).toEqual(
    ['8', '13', '5'].map((info) => ({ action: 'authorization_revoked', details: { info } })),
  )
})

test('positions go with either permission, and others leave a line alone', async () => {
  const { personId } = people.neighbour
  const position = { lat: 29.6575, lng: 91.135 }
  await people.neighbour.call('reportIssue', {
    params: { communityId: 'raosai' },
    body: { serviceCode: 'garbage', description: '巷口的垃圾。', position },
  })
  await revoke(personId, '5')
  expect(await server.sql('select 1 from issue where reporter_id = $1 and lat is not null', [personId])).toHaveLength(1)
  await revoke(personId, '18')
  expect(await server.sql('select 1 from issue where reporter_id = $1 and lat is not null', [personId])).toEqual([])
  expect(await linesOf(personId)).toEqual([
    { action: 'authorization_revoked', details: { info: '5' } },
    { action: 'authorization_revoked', details: { info: '18' } },
  ])
})

test('an account that is nobody’s changes nothing', async () => {
  await expect(revoke('nobody', '8')).resolves.toBeUndefined()
})

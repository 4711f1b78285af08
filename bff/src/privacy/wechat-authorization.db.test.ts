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

/** Whatever WeChat has told is worked through as it would be after its signature was checked. */
const told = async (personId: string, Event: string, fields: Record<string, string> = {}): Promise<void> => {
  const { context, wechatEvents } = server.app
  const [now, openId] = [server.clock.now(), `示范编号-${personId}`]
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
const revoke = (personId: string, RevokeInfo: string) => told(personId, 'user_authorization_revoke', { RevokeInfo })
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

test('a number that is not to be used any more is gone', async () => {
  const { personId } = people.resident
  await revoke(personId, '8')
  expect(
    await server.sql('select sealed_phone, phone_hash from person_contact where person_id = $1', [personId]),
  ).toEqual([{ sealed_phone: null, phone_hash: null }])
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

import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, type Raosai, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

/** Here an open id is the id of its person. */
const handlers = () =>
  server.app.authorizationHandlers({
    personOf: (_trx, openId) => Promise.resolve(openId === 'nobody' ? undefined : openId),
    forget: () => Promise.resolve(),
  })
const told = (work: (trx: Trx) => Promise<void>): Promise<void> =>
  inTransaction(server.app.context.db, server.clock.now(), PLAIN_WRITE, work)
const revoke = (openId: string, RevokeInfo: string) =>
  told((trx) => handlers().revoked(trx, { openId, fields: { RevokeInfo } }))
const linesOf = (personId: string) =>
  server.sql('select action, details from audit_line where actor_id = $1 order by id', [personId])

test('whoever cancels their WeChat account has none here either', async () => {
  const personId = await addPerson(server, 'resident', { communityId: 'raosai' })
  await told((trx) => handlers().cancelled(trx, { openId: personId, fields: {} }))
  expect(await server.sql('select name from person where id = $1', [personId])).toEqual([{ name: '已注销居民' }])
  expect(await linesOf(personId)).toEqual([{ action: 'account_closed', details: { by: 'wechat' } }])
})

test('whoever works here keeps their desk, and only the way in is gone', async () => {
  const { personId } = people.staff
  await told((trx) => handlers().cancelled(trx, { openId: personId, fields: {} }))
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

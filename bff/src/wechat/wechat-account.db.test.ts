import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { personIdOf } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import type { Context } from '../platform/context.ts'
import { bindAccount, findAccountByOpenId, forgetAccount, markSeen, markStale, sendableOpenIdOf } from './index.ts'

let server: TestServer
let context: Context
let personId: string
let otherId: string
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 2, minutes))

beforeAll(async () => {
  server = await startTestServer()
  ;({ context } = server.app)
  personId = personIdOf(server, 'resident')
  otherId = personIdOf(server, 'grid_worker')
})
afterAll(() => server.stop())
beforeEach(() => server.sql('delete from wechat_account'))

const bind = (openId: string, minutes = 0, id = personId) =>
  bindAccount(context.db, context.sealer, { openId, personId: id }, at(minutes))
const find = (openId: string) => findAccountByOpenId(context.db, context.sealer, openId)
const sendable = (id = personId) => sendableOpenIdOf(context.db, context.sealer, id)

test('an open id is found again, and stands in the database for nobody to read', async () => {
  expect(await find('o-1')).toBeUndefined()
  await bind('o-1')
  expect(await find('o-1')).toMatchObject({ personId, reachesDesk: false, isStale: false })
  expect(JSON.stringify(await server.sql('select * from wechat_account'))).not.toContain('o-1')
})

test('binding again sees it again, and somebody else’s stays theirs', async () => {
  await bind('o-1')
  expect(await bind('o-1', 1)).toMatchObject({ personId })
  expect(await bind('o-1', 2, otherId)).toBeUndefined()
  expect(await find('o-1')).toMatchObject({ personId })
})

test('of two who bind one open id at once only one has it', async () => {
  const bound = await Promise.all([bind('o-1'), bind('o-1', 0, otherId)])
  expect(bound.filter((account) => account !== undefined)).toHaveLength(1)
})

test('a message goes to the account seen last that is not stale', async () => {
  await bind('o-1')
  const second = await bind('o-2', 1)
  expect(await sendable()).toBe('o-2')
  await markStale(context.db, context.sealer, 'o-2', at(2))
  expect(await sendable()).toBe('o-1')
  await markSeen(context.db, second?.id ?? '', at(3))
  expect(await sendable()).toBe('o-2')
  expect(await sendable(otherId)).toBeUndefined()
})

test('one that is forgotten leads nowhere, and another of the same person goes on', async () => {
  const account = await bind('o-1')
  await bind('o-2')
  await forgetAccount(context.db, account?.id ?? '')
  expect(await find('o-1')).toBeUndefined()
  expect(await find('o-2')).toMatchObject({ personId })
  expect(await sendable()).toBe('o-2')
})

import { createServer, type Server } from 'node:http'
import type { issueContract } from '@little-bench/shared/issues/contract'
import { issueEndpoints } from '@little-bench/shared/issues/endpoints'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { resident } from '../../test/components/resident-server'
import { createClient } from './request'
import { useSession } from './session'
import { renewSessionsWith } from './session-renewal'

const FRESH = 'fresh'
const RAN_OUT = '2026-11-01T00:00:00.000Z'
const LATER = '2126-11-01T00:00:00.000Z'
const api = createClient<typeof issueContract>(issueEndpoints)
const read = () => api.listPublicIssues({ params: { communityId: 'raosai' } })

let server: Server
/** The token of each call that arrived. */
let calls: (string | undefined)[]
/** Which tokens the server knows. */
let known: string[]
let renewals: number
let stop: () => void

let count = 0
/** Each test has a session of its own that has ended. */
let old: string

beforeEach(async () => {
  calls = []
  known = [`Bearer ${FRESH}`]
  renewals = 0
  count += 1
  old = `old-${count}`
  stop = () => undefined
  server = createServer(({ headers }, response) => {
    calls.push(headers.authorization)
    const isKnown = known.includes(headers.authorization ?? '')
    const refusal = { error: { code: 'unauthenticated', message: '登录已过期', requestId: 'r' } }
    response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isKnown ? { items: [] } : refusal))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  Reflect.set(globalThis, 'API_BASE', `http://127.0.0.1:${address.port}`)
  useSession.getState().begin(old, resident, { desk: 'none', expiresAt: RAN_OUT })
})

afterEach(() => {
  stop()
  server.closeAllConnections()
  server.close()
})

const renewTo = (personId: string) => {
  stop = renewSessionsWith(async () => {
    renewals += 1
    return { token: FRESH, personId, desk: 'none', expiresAt: LATER }
  })
}

test('a session that is over goes on by itself, and the call is made once more', async () => {
  renewTo(resident.id)
  useSession.getState().actFor({ id: 'p9', name: '阿妈' })
  expect(await read()).toEqual({ items: [] })
  expect(calls).toEqual([`Bearer ${old}`, `Bearer ${FRESH}`])
  expect(useSession.getState()).toMatchObject({ token: FRESH, person: resident, actingFor: { id: 'p9' } })
})

test('calls that find it out at the same time share one renewal', async () => {
  renewTo(resident.id)
  await Promise.all([read(), read(), read()])
  expect(renewals).toBe(1)
  expect(calls.filter((token) => token === `Bearer ${FRESH}`)).toHaveLength(3)
})

test('a new session that the server does not know either ends: nothing is asked in circles', async () => {
  renewTo(resident.id)
  known = []
  await expect(read()).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(read()).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(renewals).toBe(1)
  expect(useSession.getState().person).toBeNull()
})

test('a session that was ended from elsewhere is over: only they themselves begin another', async () => {
  renewTo(resident.id)
  useSession.setState({ expiresAt: LATER })
  await expect(read()).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(renewals).toBe(0)
  expect(useSession.getState()).toMatchObject({ token: null, hasLeft: true })
})

test('nobody becomes somebody else in the midst of what they do', async () => {
  renewTo('0190b1c4-1111-7aaa-8bbb-000000000099')
  await expect(read()).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(calls).toEqual([`Bearer ${old}`])
  expect(useSession.getState().token).toBeNull()
})

test('where WeChat cannot say who it is, the session is over', async () => {
  stop = renewSessionsWith(() => Promise.reject(new Error('offline')))
  await expect(read()).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(useSession.getState().token).toBeNull()
})

test('whoever signs out while it is renewed stays signed out', async () => {
  stop = renewSessionsWith(async () => {
    useSession.getState().leave()
    return { token: FRESH, personId: resident.id, desk: 'none', expiresAt: LATER }
  })
  await expect(read()).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(useSession.getState()).toMatchObject({ token: null, hasLeft: true })
})

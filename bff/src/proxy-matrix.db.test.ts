import { apiContract, apiEndpoints } from '@little-bench/shared/api'
import { SERVICES } from '@little-bench/shared/communities/duty'
import type { OperationContract } from '@little-bench/shared/kernel/endpoint'
import type { ErrorCode } from '@little-bench/shared/kernel/errors'
import { hasPermission } from '@little-bench/shared/people/permissions'
import { hasPower, PROXY_SERVICES } from '@little-bench/shared/people/powers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client, Loose, OperationName } from '../test/client.ts'
import { personIdOf } from '../test/factories.ts'
import { actingFor, actsFor } from '../test/grants.ts'
import { IN_PERSON, type ProxyRow } from '../test/proxy-matrix-row.ts'
import { createProxyRows } from '../test/proxy-matrix-rows.ts'
import { createWorlds, type Right, SITUATIONS } from '../test/proxy-matrix-worlds.ts'
import { startTestServer, type TestServer } from '../test/server.ts'

let server: TestServer
let rows: Record<OperationName, ProxyRow>
let worlds: Awaited<ReturnType<typeof createWorlds>>
/** A neighbour, and staff of every kind. */
let others: Client[]
const NOBODY_S = '0199f000-0000-7000-8000-000000000001'

/** What was done for whom by a call that was answered. */
const done = new Map<string, string[]>()

beforeAll(async () => {
  server = await startTestServer()
  rows = createProxyRows(server)
  worlds = await createWorlds(server)
  const roles = [
    'resident',
    'grid_worker',
    'community_staff',
    'subdistrict_staff',
    'mediation_committee',
    'admin',
  ] as const
  others = await Promise.all(roles.map((role) => server.signIn(personIdOf(server, role))))
})
afterAll(() => server.stop())

const isOperation = (name: string): name is OperationName => name in apiEndpoints
const operations = Object.keys(apiEndpoints).filter(isOperation)

/** An address of that shape, wherever it leads. */
const somewhere = (operation: OperationName): Loose => {
  const names = [...apiEndpoints[operation][1].matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  return { params: Object.fromEntries(names.map((name) => [name, 'somewhere'])) }
}

/** The answer that the contract promises to whoever acts by this right. */
const expectedAnswer = ({ delegation, permission, ok }: OperationContract, right: Right): number | ErrorCode => {
  if (delegation === 'nobody') return 'not_delegable'
  if (right === null) return 'proxy_grant_missing'
  if (right !== 'session' && delegation === 'counter') return 'not_delegable'
  if (right !== 'session' && typeof delegation === 'object') {
    const { of, power } = delegation
    const services = PROXY_SERVICES.filter((service) => (of ? service === of : SERVICES.some((one) => one === service)))
    if (!services.some((service) => hasPower(right, service, power))) return 'proxy_power_missing'
  }
  return hasPermission(['resident'], permission) ? ok[0] : 'forbidden'
}

test('every operation of the OpenAPI document has a row, and is done in person exactly when its contract says so', async () => {
  const { text } = await server.send('/api/openapi.json')
  const documented = [...text.matchAll(/"operationId":"(\w+)"/g)].map(([, name]) => name ?? '')
  expect(documented.toSorted()).toEqual(Object.keys(rows).toSorted())
  const inPerson = operations.filter((name) => rows[name] === IN_PERSON)
  expect(inPerson).toEqual(operations.filter((name) => apiContract[name].delegation === 'nobody'))
})

describe.each(operations)('%s', (operation) => {
  const contract: OperationContract = apiContract[operation]

  test.each(SITUATIONS)('with %s answers as its contract says', async (situation) => {
    const world = worlds.worldFor(situation, contract.delegation)
    const { actor, principal, right } = world
    const row = rows[operation]
    const input = row === IN_PERSON ? somewhere(operation) : await row.input(world)
    const before = await actsFor(server, principal)
    const answer = await actor.attempt(operation, input, actingFor(principal))
    expect(answer.code ?? answer.status).toBe(expectedAnswer(contract, right))
    // What may be repeated under a key is what writes: a preview is sent like a report and leaves nothing.
    const isWritten = answer.status < 300 && contract.idempotent === true && contract.delegation !== 'anybody'
    expect(await actsFor(server, principal)).toEqual([...before, ...(isWritten ? [operation] : [])])
    if (isWritten) done.set(principal.personId, [...(done.get(principal.personId) ?? []), operation])
    if (answer.status < 300 && row !== IN_PERSON) await row.shows?.(answer, world)
  })

  test('shows nobody else that there is a grant', async () => {
    const [given, without] = (['the right grant', 'no grant'] as const).map(
      (situation) => worlds.worldFor(situation, contract.delegation).principal,
    )
    for (const other of others) {
      const bodies = await Promise.all(
        [given, without, { personId: NOBODY_S }].map(async (principal) => {
          const headers = actingFor(principal ?? { personId: '' })
          const { text } = await other.attempt(operation, somewhere(operation), headers)
          return text.replace(/"requestId":"[^"]+"/, '')
        }),
      )
      expect(new Set(bodies).size).toBe(1)
      expect(bodies[0]).toMatch(/"(not_delegable|proxy_grant_missing)"/)
    }
  })

  test('for somebody is refused without a session of one’s own', async () => {
    const { principal } = worlds.worldFor('the right grant', contract.delegation)
    const answer = await server.anonymous.attempt(operation, somewhere(operation), actingFor(principal))
    expect([answer.status, answer.code]).toEqual([401, 'unauthenticated'])
  })
})

test.each(SITUATIONS)('with %s everybody reads exactly what was done for them', async (situation) => {
  const { principal, right } = worlds.worldFor(situation, 'nobody')
  const acts = done.get(principal.personId) ?? []
  expect(await actsFor(server, principal)).toEqual(acts)
  const { items } = await principal.call('listProxyActs', { query: { limit: 50 } })
  const lines = items.filter(({ said }) => said !== '开始帮您办事')
  expect(lines).toHaveLength(acts.length)
  expect(items.length - lines.length).toBe(situation.startsWith('an assist session') ? 1 : 0)
  expect(right === null ? acts : []).toEqual([])
  const mayFile = ['the right grant', 'an assist session'].includes(situation)
  expect(acts.includes('reportIssue')).toBe(mayFile)
})

import { apiContract, apiEndpoints } from '@little-bench/shared/api'
import { committeeEndpoints, mediationEndpoints } from '@little-bench/shared/mediation/endpoints'
import { POWERS_OF_SERVICE, PROXY_SERVICES } from '@little-bench/shared/people/powers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCaseSituations } from '../../test/case-situations.ts'
import type { Client, Loose, OperationName } from '../../test/client.ts'
import { untilDelivered } from '../../test/desk.ts'
import { actingFor, actsFor, giveTo, liveTogether, sitTogether } from '../../test/grants.ts'
import { type CaseParams, type Mediation, signInToMediation } from '../../test/mediation.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Mediation
let params: CaseParams
let workItemId: string
/** Everything by which the case could be known. */
let marks: string[]
/** Who stands as near to a side as anybody can, and for which side. */
let near: { name: string; client: Client; side: Client }[]

const COMMUNITY = { communityId: 'raosai' }
const EVERYTHING = PROXY_SERVICES.map((service) => ({ service, powers: [...POWERS_OF_SERVICE[service]] }))

beforeAll(async () => {
  server = await startTestServer()
  people = await signInToMediation(server)
  const { applicant, respondent } = people
  const found = await createCaseSituations(server, people)('in_session')
  params = found.params
  for (const client of [applicant, respondent]) {
    const body = { text: '只在这件事里说。' }
    await client.call('postToThread', { params: { ...params, thread: 'joint' }, body })
  }
  const [row] = await server.sql<{ receipt_number: string; work_item_id: string }>(
    'select receipt_number, work_item_id from mediation_case where id = $1',
    [params.caseId],
  )
  workItemId = row?.work_item_id ?? ''
  marks = [params.caseId, workItemId, row?.receipt_number ?? '', '晚上的声音', '夜里的声音', '只在这件事里说']
  near = []
  for (const side of [applicant, respondent]) {
    const [proxy, housemate] = [await people.newResident(), await people.newResident()]
    await giveTo(proxy, side, { scopes: EVERYTHING })
    await liveTogether(server, side, housemate)
    near.push({ name: 'a proxy with every power', client: proxy, side })
    near.push({ name: 'who lives with them', client: housemate, side })
  }
  const staff = await people.as('community_staff', COMMUNITY)
  await sitTogether(server, staff, applicant)
  near.push({ name: 'staff who sit beside them', client: staff, side: applicant })
  await untilDelivered(server)
})
afterAll(() => server.stop())

const isOperation = (name: string): name is OperationName => name in apiEndpoints
const operations = Object.keys(apiEndpoints).filter(isOperation)
const ofMediation = operations.filter((name) => name in mediationEndpoints || name in committeeEndpoints)

const inputFor = (operation: OperationName): Loose => {
  const names = [...apiEndpoints[operation][1].matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const known: Record<string, string> = { ...params, workItemId, issueId: params.caseId, bookingId: params.caseId }
  return { params: Object.fromEntries(names.map((name) => [name, known[name] ?? params.caseId])) }
}

test('no operation of mediation is called for somebody, with whatever right', async () => {
  for (const { name, client, side } of near) {
    const before = await actsFor(server, side)
    for (const operation of ofMediation) {
      const { code } = await client.attempt(operation, inputFor(operation), actingFor(side))
      expect([name, operation, code]).toEqual([name, operation, 'not_delegable'])
    }
    expect(await actsFor(server, side)).toEqual(before)
  }
  expect(ofMediation.filter((operation) => apiContract[operation].delegation !== 'nobody')).toEqual([])
})

test('nothing that can be read for a side, or by those nearest to it, says that there is a case', async () => {
  const reads = operations.filter((operation) => apiEndpoints[operation][0] === 'GET')
  const answered = new Set<string>()
  for (const { name, client, side } of near) {
    for (const operation of reads) {
      for (const headers of [{}, actingFor(side)]) {
        const answer = await client.attempt(operation, inputFor(operation), headers)
        if (answer.status === 200) answered.add(operation)
        const whole = answer.text + JSON.stringify([...answer.headers])
        expect([name, operation, marks.filter((mark) => whole.includes(mark))]).toEqual([name, operation, []])
      }
    }
  }
  for (const operation of [
    'listMyItems',
    'listMyBookings',
    'listInbox',
    'getHousehold',
    'listProxyActs',
    'listCallList',
  ]) {
    expect([operation, answered.has(operation)]).toEqual([operation, true])
  }
})

test('the item of the desk is moved, answered and rated by nobody for a side', async () => {
  const writes: [OperationName, unknown][] = [
    ['moveWorkItem', { move: 'withdraw', version: 1 }],
    ['addReply', { body: '代说一句' }],
    ['rateWorkItem', { solved: true, satisfaction: 5 }],
  ]
  const stored = () => server.sql('select item from work_item item where id = $1', [workItemId])
  const before = await stored()
  for (const { name, client, side } of near) {
    for (const [operation, body] of writes) {
      const input = { params: { ...COMMUNITY, workItemId }, body }
      const codes = [
        (await client.attempt(operation, input, actingFor(side))).code,
        (await client.attempt(operation, input)).code,
      ]
      expect([name, operation, codes.filter((code) => code === undefined)]).toEqual([name, operation, []])
    }
  }
  expect(await stored()).toEqual(before)
})

test('nobody near to a side is told anything of it', async () => {
  const told = await server.sql(
    `select person_id from inbox_message where (subject_id = $1 or work_item_id = $2) and person_id = any($3)
     union all select null from pgboss.job where data->>'subjectId' = $1::text and data->>'personId' = any($3::text[])`,
    [params.caseId, workItemId, near.map(({ client }) => client.personId)],
  )
  expect(told).toEqual([])
})

test('no list and no count of anybody else changes because there is one more case', async () => {
  const others: Record<string, Client> = {
    nobody: server.anonymous,
    resident: await people.newResident(),
    'grid worker': await people.as('grid_worker', { gridCellId: 'raosai-1' }),
    'community staff': await people.as('community_staff', COMMUNITY),
    subdistrict: await people.as('subdistrict_staff', { unitId: 'bakuo-subdistrict' }),
  }
  // Whoever is above the committee counts its cases; small numbers are left out there.
  const reads = operations.filter((name) => apiEndpoints[name][0] === 'GET' && name !== 'getMediationLedger')
  const query = { from: '2026-11-01', to: '2026-11-30', format: 'csv' }
  // Errors are the same for everybody and everything.
  const answered: { name: string; operation: OperationName; input: Loose; text: string }[] = []
  for (const [name, client] of Object.entries(others)) {
    for (const operation of reads) {
      const { params: address } = inputFor(operation)
      const input = { params: { ...address, queueId: 'raosai-grid-1' } }
      for (const each of [input, { ...input, query }]) {
        const { status, text } = await client.attempt(operation, each)
        if (status !== 200) continue
        answered.push({ name, operation, input: each, text })
        break
      }
    }
  }
  await createCaseSituations(server, people)('in_session')
  await createCaseSituations(server, people)('agreed', { isOnPaper: true })
  await untilDelivered(server)
  for (const { name, operation, input, text } of answered) {
    const answer = await (others[name] ?? server.anonymous).attempt(operation, input)
    expect([name, operation, answer.text]).toEqual([name, operation, text])
  }
  const calls = answered.map(({ name, operation }) => `${operation} by ${name}`)
  const counts = ['getCommunityFigures by nobody', 'exportLedger by community staff', 'exportLedger by subdistrict']
  expect(calls).toEqual(expect.arrayContaining(counts))
})

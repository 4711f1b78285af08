import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { callList, everythingStored, fileFor } from '../../test/counter.ts'
import { addPerson, make, type Raosai, type Receipt, report, signInRaosai } from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { createLog } from '../platform/log/log.ts'
import { addCallLine } from './call-line.ts'
import { createNotifications } from './index.ts'

const RAOSAI = { communityId: 'raosai' }

let server: TestServer
let people: Raosai
let callers = 0

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  people = await signInRaosai(server)
})

/** Somebody new without an account, for whom something was filed. */
const aCaller = async (changes: Parameters<typeof fileFor>[2] = {}) => {
  callers += 1
  const caller = { name: `示范接电话人${callers}`, phone: `089100002${String(callers).padStart(2, '0')}` }
  const { receipt } = await fileFor(people.staff, caller, changes)
  return { ...caller, receipt }
}

const callTo = async ({ name }: { name: string }, view: Parameters<typeof callList>[1] = 'due') =>
  (await callList(people.staff, view)).find(({ person }) => person.name === name)
/** The call to somebody, once it has so many lines. */
const callWith = async (caller: { name: string }, lines: number, view: Parameters<typeof callList>[1] = 'due') => {
  await expect.poll(async () => (await callTo(caller, view))?.lines.length, { timeout: 10_000 }).toBe(lines)
  const call = await callTo(caller, view)
  if (!call) throw new Error('the call was there just now')
  return call
}
const resolve = async ({ receipt }: { receipt: Receipt }) => {
  await make(people.worker, receipt, 'claim')
  await make(people.worker, receipt, 'resolve')
}
/** Somebody who has one thing to be told. */
const aCall = async () => {
  const caller = await aCaller()
  await resolve(caller)
  return { caller, call: await callWith(caller, 1) }
}
const record = (call: { id: string; version: number }, outcome: string, { by = people.staff, note = '' } = {}) =>
  by.attempt('recordCall', {
    params: { ...RAOSAI, callId: call.id },
    body: { version: call.version, outcome, ...(note !== '' && { note }) },
  })

test('whoever has no account is called about what they would have been told, by whole name and number', async () => {
  const { caller, call } = await aCall()
  expect(call).toMatchObject({
    person: { name: caller.name, phone: caller.phone },
    dueOn: '2026-11-23',
    needsVisit: false,
    closedAt: null,
    attempts: [],
  })
  expect(call.lines[0]?.text).toMatch(new RegExp(`^说是办好了：.+（编号 ${caller.receipt.receiptNumber}）`))
})

test('what is new waits in one call, and a step on the way is no call at all', async () => {
  const caller = await aCaller()
  await resolve(caller)
  await make(people.leader, caller.receipt, 'close')
  const call = await callWith(caller, 2)
  expect(call.lines.map(({ text }) => text.slice(0, 3))).toEqual(['说是办', '已结案'])
})

test('whoever reads messages on the phone is not called', async () => {
  const before = await server.sql('select 1 from call')
  const receipt = await report(people.resident)
  await resolve({ receipt })
  const isTold = async () =>
    (await people.resident.call('listInbox')).items.some(
      ({ kind, workItemId }) => kind === 'resolved' && workItemId === receipt.workItemId,
    )
  await expect.poll(isTold, { timeout: 10_000 }).toBe(true)
  expect(await server.sql('select 1 from call')).toEqual(before)
})

test.each([
  ['in duty hours is called about today', '2026-11-23T02:00:00.000Z', '2026-11-23'],
  ['in the evening is called about in the morning', '2026-11-23T13:00:00.000Z', '2026-11-24'],
  ['on Saturday is called about on Monday', '2026-11-28T02:00:00.000Z', '2026-11-30'],
])('what comes in %s', async (_when, now, dueOn) => {
  const caller = await aCaller()
  await make(people.worker, caller.receipt, 'claim')
  server.clock.set(now)
  people = await signInRaosai(server)
  await make(people.worker, caller.receipt, 'resolve')
  const view = dueOn === now.slice(0, 10) ? 'due' : 'later'
  expect((await callWith(caller, 1, view)).dueOn).toBe(dueOn)
})

test('each read of the list leaves a line for everybody on it', async () => {
  const { call } = await aCall()
  const reads = () =>
    server.sql("select 1 from confidential_read where what = 'call_list' and person_id = $1 and reader_id = $2", [
      call.person.id,
      people.staff.personId,
    ])
  const before = (await reads()).length
  await callList(people.staff)
  expect(await reads()).toHaveLength(before + 1)
})

test('when a read cannot be written down, nobody reads', async () => {
  await aCall()
  await server.sql('alter table confidential_read add constraint refuse_all check (false) not valid')
  const answer = await people.staff.attempt('listCallList', { params: RAOSAI })
  await server.sql('alter table confidential_read drop constraint refuse_all')
  expect([answer.status, answer.text.includes('示范接电话人')]).toEqual([500, false])
})

test('nobody but the counter of that community reads or records its calls', async () => {
  const { call } = await aCall()
  const codes = async (operation: 'listCallList' | 'recordCall') => {
    const input =
      operation === 'listCallList'
        ? { params: RAOSAI }
        : { params: { ...RAOSAI, callId: call.id }, body: { version: call.version, outcome: 'told' } }
    const answers = []
    for (const client of [people.elsewhere, people.worker, people.leader, people.resident, server.anonymous]) {
      answers.push((await client.attempt(operation, input)).code)
    }
    return answers
  }
  const refused = ['not_found', 'forbidden', 'forbidden', 'forbidden', 'unauthenticated']
  expect([await codes('listCallList'), await codes('recordCall')]).toEqual([refused, refused])
  const params = { communityId: 'cisongtang', callId: call.id }
  const body = { version: call.version, outcome: 'told' }
  expect((await people.elsewhere.attempt('recordCall', { params, body })).code).toBe('not_found')
})

test.each(['told', 'slip_given'])('%s ends the call, which stands among those that were made', async (outcome) => {
  const { caller, call } = await aCall()
  expect((await record(call, outcome, { note: '示范：都说清楚了' })).status).toBe(200)
  expect(await callTo(caller)).toBeUndefined()
  expect(await callTo(caller, 'done')).toMatchObject({
    id: call.id,
    closedAt: START,
    attempts: [{ outcome, byName: '绕赛社区工作人员（示范一）', note: '示范：都说清楚了', at: START }],
  })
})

test('what comes in after a call is another call', async () => {
  const { caller, call } = await aCall()
  await record(call, 'told')
  await make(people.leader, caller.receipt, 'close')
  const next = await callWith(caller, 1)
  expect(next.id).not.toBe(call.id)
  expect(next.lines[0]?.text).toContain('已结案')
})

test('what came in while somebody was on the telephone is not marked as told', async () => {
  const { caller, call } = await aCall()
  await make(people.leader, caller.receipt, 'close')
  const changed = await callWith(caller, 2)
  const answer = await record(call, 'told')
  expect([answer.status, answer.code]).toEqual([409, 'stale_version'])
  expect((await callTo(caller))?.attempts).toEqual([])
  expect((await record(changed, 'told')).status).toBe(200)
})

test('of two who record the same call one is too late', async () => {
  const { call } = await aCall()
  const second = await server.signIn(people.staff.personId)
  const answers = await Promise.all([record(call, 'told'), record(call, 'no_answer', { by: second })])
  const codes = answers.map(({ code }) => code)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(codes.some((code) => code === 'stale_version' || code === 'call_is_closed')).toBe(true)
  const attempts = await server.sql('select 1 from call_attempt where call_id = $1', [call.id])
  expect(attempts).toHaveLength(1)
})

test('a call that is over cannot be recorded again', async () => {
  const { call } = await aCall()
  await record(call, 'told')
  const answer = await record({ ...call, version: call.version + 1 }, 'told')
  expect([answer.status, answer.code]).toEqual([409, 'call_is_closed'])
})

test('recorded again with the same key it is one attempt, and the database keeps no name or number', async () => {
  const { caller, call } = await aCall()
  const send = () =>
    people.staff.attempt(
      'recordCall',
      { params: { ...RAOSAI, callId: call.id }, body: { version: call.version, outcome: 'no_answer' } },
      { 'Idempotency-Key': 'called-once' },
    )
  const [first, again] = [await send(), await send()]
  expect([first.status, again.text]).toEqual([200, first.text])
  expect(await server.sql('select 1 from call_attempt where call_id = $1', [call.id])).toHaveLength(1)
  const kept = (await everythingStored(server)) + server.logged()
  expect([caller.name, caller.phone].filter((word) => kept.includes(word))).toEqual([])
})

test.each(['no_answer', 'call_later'])('%s brings it back on the next working day', async (outcome) => {
  server.clock.set('2026-11-27T02:00:00.000Z')
  people = await signInRaosai(server)
  const { caller, call } = await aCall()
  await record(call, outcome)
  expect(await callTo(caller)).toBeUndefined()
  expect(await callTo(caller, 'later')).toMatchObject({ dueOn: '2026-11-30', needsVisit: false, closedAt: null })
  server.clock.set('2026-11-30T02:00:00.000Z')
  people = await signInRaosai(server)
  expect(await callTo(caller)).toMatchObject({ id: call.id, attempts: [{ outcome }] })
})

test('after three calls that nobody answered, or a wrong number, somebody should go there', async () => {
  const { caller, call } = await aCall()
  const needsVisit = []
  for (let count = 0; count < 3; count += 1) {
    const { version } = (await callTo(caller)) ?? (await callTo(caller, 'later')) ?? call
    await record({ ...call, version }, 'no_answer')
    needsVisit.push((await callTo(caller, 'later'))?.needsVisit)
  }
  expect(needsVisit).toEqual([false, false, true])
  const { caller: other, call: wrong } = await aCall()
  await record(wrong, 'wrong_number')
  expect(await callTo(other, 'later')).toMatchObject({ needsVisit: true })
})

test('whoever does not want to hear of it is called again only about what is new', async () => {
  const { caller, call } = await aCall()
  await record(call, 'not_wanted')
  expect([await callTo(caller), await callTo(caller, 'later')]).toEqual([undefined, undefined])
  await make(people.leader, caller.receipt, 'close')
  await expect.poll(async () => (await callTo(caller))?.lines.length, { timeout: 10_000 }).toBe(1)
})

test('what is nobody else’s business says so, and names only its category', async () => {
  const caller = await aCaller({ serviceCode: 'family_matter', source: 'counter' })
  await make(people.staff, caller.receipt, 'claim')
  await make(people.staff, caller.receipt, 'resolve')
  const call = await callWith(caller, 1)
  expect(call.lines).toMatchObject([{ isConfidential: true }])
  expect(call.lines[0]?.text).not.toContain('东孜苏')
  const { call: ordinary } = await aCall()
  expect(ordinary.lines).toMatchObject([{ isConfidential: false }])
})

test('a job that runs twice puts one line on the list', async () => {
  const { caller, call } = await aCall()
  const line = {
    kind: 'closed' as const,
    personId: call.person.id,
    communityId: 'raosai',
    workItemId: null,
    isConfidential: false,
    details: { title: '示范' },
    jobId: '019a0000-0000-7000-8000-00000000000a',
  }
  const { context } = server.app
  const run = () => context.db.transaction().execute((trx) => addCallLine(context, trx, line, context.clock.now()))
  await run()
  await run()
  expect(await callWith(caller, 2)).toMatchObject({ version: call.version + 1 })
})

test('the counter is asked to call somebody who has a phone, and nothing of it stands on the phone', async () => {
  const { context } = server.app
  const personId = await addPerson(server, 'resident', RAOSAI, { name: '示范本人' })
  const person = await server.signIn(personId)
  // The jobs of the running server do what this one asks for.
  const jobs = { ...context.jobs, handle: () => {}, handleBatch: () => {} }
  const { askToCall } = createNotifications({ ...context, jobs }, createLog('silent'))
  await inTransaction(context.db, context.clock.now(), PLAIN_WRITE, (trx) =>
    askToCall(trx, { kind: 'coercion_check', personId, communityId: 'raosai', details: {} }),
  )
  const call = await callWith({ name: '示范本人' }, 1)
  expect(call.person.phone).toBeNull()
  expect(call.lines).toMatchObject([
    { text: '请单独问本人：最近有没有人催着、逼着办事？旁边有人就先不问，改天再打。', isConfidential: true },
  ])
  expect((await person.call('listInbox')).items).toEqual([])
})

test('pages of the list show each call once', async () => {
  const expected = (await callList(people.staff)).map(({ id }) => id)
  expect(expected.length).toBeGreaterThan(3)
  const seen = await idsOfPages(people.staff, 'due')
  expect(seen).toEqual(expected)
  const done = (await callList(people.staff, 'done')).map(({ id }) => id)
  expect(await idsOfPages(people.staff, 'done')).toEqual(done)
})

const idsOfPages = async (staff: Client, view: 'due' | 'done'): Promise<string[]> => {
  const ids: string[] = []
  let cursor: string | null | undefined
  while (cursor !== null) {
    const page = await staff.call('listCallList', {
      params: RAOSAI,
      query: { view, limit: 2, ...(cursor !== undefined && { cursor }) },
    })
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  return ids
}

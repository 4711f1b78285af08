import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { move, saveRoster, shiftOf, untilDelivered } from '../../test/desk.ts'
import {
  addPerson,
  addressOfItem,
  aReport,
  itemFor,
  make,
  type Raosai,
  type Receipt,
  signInRaosai,
} from '../../test/factories.ts'
import { actingFor, actsFor, giveTo, sitTogether } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

const COMMUNITY = { communityId: 'raosai' }

let server: TestServer
let people: Raosai
let elder: Client
let daughter: Client

const newResident = async (): Promise<Client> => server.signIn(await addPerson(server, 'resident', COMMUNITY))

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  ;[elder, daughter] = await Promise.all([newResident(), newResident()])
})

const fileFor = (by: Client, headers = {}): Promise<Receipt> =>
  by.call('reportIssue', { params: COMMUNITY, body: aReport() }, { ...actingFor(elder), ...headers })
const actsOf = async (client: Client, side: 'for_me' | 'by_me' = 'for_me') =>
  (await client.call('listProxyActs', { query: { side } })).items

test('the person reads what was done for them, by whom, and can open it', async () => {
  await giveTo(daughter, elder)
  const receipt = await fileFor(daughter)
  const [act, ...rest] = await actsOf(elder)
  expect(rest).toEqual([])
  expect(act).toMatchObject({
    at: START,
    actorName: '示范人员',
    isByStaff: false,
    isYou: false,
    principalId: elder.personId,
    said: '说了一件事',
    item: { ...COMMUNITY, workItemId: receipt.workItemId, subjectId: receipt.id, receiptNumber: receipt.receiptNumber },
    assist: null,
  })
  expect(await actsOf(daughter)).toEqual([])
})

test('the person is told of each act in words', async () => {
  await giveTo(daughter, elder)
  const receipt = await fileFor(daughter)
  await daughter.call(
    'moveWorkItem',
    { params: addressOfItem(receipt), body: { move: 'remind', version: (await itemFor(elder, receipt)).version } },
    actingFor(elder),
  )
  await untilDelivered(server)
  const { items } = await elder.call('listInbox')
  const told = items.filter(({ kind }) => kind === 'acted_for').map(({ text }) => text)
  expect(told.toSorted()).toEqual(['示范人员替您办了：催办了一件事。', '示范人员替您办了：说了一件事。'].toSorted())
})

test('names of those who act are masked for the person and for the notice', async () => {
  await giveTo(daughter, elder)
  await server.sql("update person set is_demo = false, name = '示范全名乙' where id = $1", [daughter.personId])
  await fileFor(daughter)
  await untilDelivered(server)
  const [act] = await actsOf(elder)
  const inbox = await elder.call('listInbox')
  expect(act?.actorName).toBe('示*乙')
  expect(JSON.stringify(inbox)).toContain('示*乙替您办了')
  expect(JSON.stringify(inbox)).not.toContain('示范全名乙')
})

describe('exactly the acts done', () => {
  test('stand in the list: no read, no refused call, and a repeated one once', async () => {
    await giveTo(daughter, elder)
    const key = { 'Idempotency-Key': 'proxy-act-0001' }
    const receipt = await fileFor(daughter, key)
    expect(await fileFor(daughter, key)).toEqual(receipt)
    await Promise.all(Array.from({ length: 5 }, () => fileFor(daughter, { 'Idempotency-Key': 'proxy-act-0002' })))
    await daughter.call('listMyItems', {}, actingFor(elder))
    await daughter.call('getWorkItem', { params: addressOfItem(receipt) }, actingFor(elder))
    const refused = await Promise.all([
      daughter.attempt(
        'reportIssue',
        { params: COMMUNITY, body: { ...aReport(), serviceCode: 'nothing' } },
        actingFor(elder),
      ),
      daughter.attempt('reportIssue', { params: COMMUNITY, body: {} }, actingFor(elder)),
      daughter.attempt(
        'rateWorkItem',
        { params: addressOfItem(receipt), body: { solved: true, satisfaction: 5 } },
        actingFor(elder),
      ),
      daughter.attempt('freezeProxyGrants', { body: { isFrozen: true } }, actingFor(elder)),
    ])
    expect(refused.map(({ code }) => code)).toEqual([
      'unknown_service',
      'validation_failed',
      'not_rateable',
      'not_delegable',
    ])
    expect(await actsFor(server, elder)).toEqual(['reportIssue', 'reportIssue'])
    expect(await actsOf(elder)).toHaveLength(2)
    await untilDelivered(server)
    const { items } = await elder.call('listInbox')
    expect(items.filter(({ kind }) => kind === 'acted_for')).toHaveLength(2)
  })

  test('come page by page, sessions at the counter among them', async () => {
    await giveTo(daughter, elder)
    await fileFor(daughter)
    const sessionId = await sitTogether(server, people.staff, elder, 'visit')
    await fileFor(people.staff)
    await fileFor(daughter)
    const whole = await actsOf(elder)
    const session = { sessionId, reason: 'visit', endsAt: '2026-11-23T02:30:00.000Z', endedAt: null }
    expect(whole.map(({ said, assist, isByStaff, item }) => [said, assist, isByStaff, item !== null])).toEqual([
      ['说了一件事', null, false, true],
      ['说了一件事', session, true, true],
      ['开始帮您办事', session, true, false],
      ['说了一件事', null, false, true],
    ])
    const first = await elder.call('listProxyActs', { query: { limit: 3 } })
    const second = await elder.call('listProxyActs', { query: { limit: 3, cursor: first.nextCursor ?? '' } })
    expect([...first.items, ...second.items]).toEqual(whole)
    expect(second.nextCursor).toBeNull()
  })

  test('say what was asked for and not what followed from it', async () => {
    await giveTo(daughter, elder)
    await saveRoster(people.leader, 'raosai-grid-1', [shiftOf(people.worker.personId)])
    const receipt = await fileFor(daughter)
    await saveRoster(people.leader, 'raosai-grid-1', [], 'claim')
    const [act] = await actsOf(elder)
    expect([act?.said, (await itemFor(elder, receipt)).state]).toEqual(['说了一件事', 'dispatched'])
  })
})

describe('the proxy', () => {
  test('reads what they did, and opens it only as long as they may read it', async () => {
    const { id } = await giveTo(daughter, elder)
    const receipt = await fileFor(daughter)
    const readable = await actsOf(daughter, 'by_me')
    expect(readable.map(({ isYou, principalId, item }) => [isYou, principalId, item?.workItemId])).toEqual([
      [true, elder.personId, receipt.workItemId],
    ])
    await elder.call('freezeProxyGrants', { body: { isFrozen: true } })
    expect((await actsOf(daughter, 'by_me')).map(({ said, item }) => [said, item])).toEqual([['说了一件事', null]])
    await elder.call('freezeProxyGrants', { body: { isFrozen: false } })
    expect((await actsOf(daughter, 'by_me'))[0]?.item).not.toBeNull()
    await elder.call('revokeProxyGrant', { params: { grantId: id } })
    expect((await actsOf(daughter, 'by_me')).map(({ item }) => item)).toEqual([null])
    // The person themself keeps it.
    expect((await actsOf(elder))[0]?.item?.workItemId).toBe(receipt.workItemId)
  })

  test('reads no more of an item that has become a matter of the family', async () => {
    await giveTo(daughter, elder)
    const receipt = await fileFor(daughter)
    await make(people.leader, receipt, 'recategorise', { serviceCode: 'family_matter' })
    expect((await actsOf(daughter, 'by_me')).map(({ item }) => item)).toEqual([null])
    expect((await actsOf(elder))[0]?.item?.workItemId).toBe(receipt.workItemId)
    await sitTogether(server, people.staff, elder)
    const { items } = await people.staff.call('listProxyActs', {}, actingFor(elder))
    expect(items.map(({ item }) => item)).toEqual([null, null])
    await untilDelivered(server)
    const { text } = await daughter.attempt('listInbox')
    expect(text).not.toContain('moved_queue')
    expect((await elder.attempt('listInbox')).text).toContain('moved_queue')
  })

  test('has no list for what others did for the same person', async () => {
    const son = await newResident()
    await giveTo(daughter, elder)
    await giveTo(son, elder)
    await fileFor(daughter)
    expect([await actsOf(son), await actsOf(son, 'by_me')]).toEqual([[], []])
    expect((await son.attempt('listProxyActs', {}, actingFor(elder))).code).toBe('not_delegable')
  })
})

test('what staff do at the counter is in no list of their own', async () => {
  await sitTogether(server, people.staff, elder)
  const receipt = await fileFor(people.staff)
  await server.sql(
    "insert into role_assignment (person_id, role, community_id) values ($1, 'resident', 'raosai') on conflict do nothing",
    [people.staff.personId],
  )
  expect(await actsOf(people.staff, 'by_me')).toEqual([])
  expect((await actsOf(elder)).map(({ item }) => item?.workItemId)).toEqual([receipt.workItemId, undefined])
  await untilDelivered(server)
  // They sit beside each other.
  expect((await elder.attempt('listInbox')).text).not.toContain('acted_for')
})

test('what was taken back by a proxy reads as that', async () => {
  await giveTo(daughter, elder)
  const receipt = await fileFor(daughter)
  const asElder: Client = {
    ...daughter,
    attempt: (name, input) => daughter.attempt(name, input, actingFor(elder)),
    call: elder.call,
  }
  await move(asElder, receipt, { move: 'withdraw', note: '不用了' })
  expect((await actsOf(elder)).map(({ said }) => said)).toEqual(['撤回了一件事', '说了一件事'])
})

import type { ProxyScope } from '@little-bench/shared/people/powers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { move, noticesOf, untilDelivered } from '../../test/desk.ts'
import {
  addPerson,
  addressOfItem,
  aReport,
  bodyOf,
  itemFor,
  make,
  type Raosai,
  type Receipt,
  report,
  signInRaosai,
} from '../../test/factories.ts'
import { actingFor, giveTo, sitTogether } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

const COMMUNITY = { communityId: 'raosai' }
const NOT_DELEGABLE = ['family_matter', 'complaint_staff'] as const

let server: TestServer
let people: Raosai
let elder: Client
let daughter: Client
/** The daughter, in her mother's business. */
let forElder: Client

const newResident = async (): Promise<Client> => server.signIn(await addPerson(server, 'resident', COMMUNITY))
const inBusinessOf = (principal: Client, actor: Client): Client => ({
  ...actor,
  attempt: (name, input, headers) => actor.attempt(name, input, { ...headers, ...actingFor(principal) }),
  call: (name, ...[input, headers]) =>
    // The same call with one header more.
    (actor.call as (...call: unknown[]) => Promise<never>)(name, input, { ...headers, ...actingFor(principal) }),
})

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  ;[elder, daughter] = await Promise.all([newResident(), newResident()])
  await server.sql("update person set name = '示范长者' where id = $1", [elder.personId])
  await server.sql("update person set name = '示范女儿' where id = $1", [daughter.personId])
  await giveTo(daughter, elder)
  forElder = inBusinessOf(elder, daughter)
})

/** Who did each thing and for whom, oldest first, as it is kept. */
const handsOn = (receipt: Receipt) =>
  server.sql<{ kind: string; actor_id: string; acting_for_id: string | null }>(
    'select kind, actor_id, acting_for_id from work_item_event where work_item_id = $1 order by id',
    [receipt.workItemId],
  )
const byDaughter = (kind: string) => ({ kind, actor_id: daughter.personId, acting_for_id: elder.personId })
const lineOf = async (client: Client, receipt: Receipt, kind: string) => {
  const { timeline } = await itemFor(client, receipt)
  const line = timeline.find((each) => each.kind === kind)
  return line && { actor: line.actor, actingFor: line.actingFor, isYou: line.isYou, message: line.message }
}

describe('a report that a daughter files for her mother', () => {
  test('is the mother’s, and says to both who filed it', async () => {
    const receipt = await report(forElder)
    expect(await handsOn(receipt)).toEqual([byDaughter('enqueued')])
    const own = await elder.call('listMyItems')
    expect(own.items.map(({ id }) => id)).toEqual([receipt.workItemId])
    expect((await daughter.call('listMyItems')).items).toEqual([])
    const line = { actor: '示范女儿', actingFor: '示范长者', message: null }
    expect(await lineOf(elder, receipt, 'enqueued')).toEqual({ ...line, isYou: false })
    expect(await lineOf(forElder, receipt, 'enqueued')).toEqual({ ...line, isYou: true })
    expect(await lineOf(people.worker, receipt, 'enqueued')).toEqual({ ...line, isYou: false })
    const issue = await elder.call('getIssue', { params: { ...COMMUNITY, issueId: receipt.id } })
    expect([issue.source, issue.isYours, issue.timeline[0]?.actor]).toEqual(['proxy', true, '示范女儿'])
  })

  test('is no longer hers to read in her own business, or when the grant has ended', async () => {
    const receipt = await report(forElder)
    expect((await daughter.attempt('getWorkItem', { params: addressOfItem(receipt) })).code).toBe('not_found')
    await elder.call('freezeProxyGrants', { body: { isFrozen: true } })
    const answer = await forElder.attempt('getWorkItem', { params: addressOfItem(receipt) })
    expect(answer.code).toBe('proxy_grant_missing')
  })

  test('masks the names of both', async () => {
    const receipt = await report(forElder)
    await server.sql('update person set is_demo = false where id = any($1::uuid[])', [
      [elder.personId, daughter.personId],
    ])
    const masked = { actor: '示*儿', actingFor: '示*者' }
    for (const reader of [elder, forElder, people.worker]) {
      expect(await lineOf(reader, receipt, 'enqueued')).toMatchObject(masked)
    }
  })
})

describe('every step that a proxy makes', () => {
  test('is kept with both: reminding, answering, adding a word, rating, asking for it again', async () => {
    const receipt = await report(elder)
    await move(forElder, receipt, { move: 'remind' })
    await make(people.worker, receipt, 'claim')
    await make(people.worker, receipt, 'ask_resident')
    await move(forElder, receipt, { move: 'answer', note: '是东边那个桶。' })
    await forElder.call('addReply', { params: addressOfItem(receipt), body: { body: '晚上有人在家。' } })
    await make(people.worker, receipt, 'resolve')
    await forElder.call('rateWorkItem', { params: addressOfItem(receipt), body: { solved: false, satisfaction: 2 } })
    await move(forElder, receipt, { move: 'reopen', note: '还没清。' })
    const hands = await handsOn(receipt)
    const steps = ['reminded', 'answered', 'replied', 'rated', 'reopened']
    for (const kind of steps) expect(hands).toContainEqual(byDaughter(kind))
    expect(hands.filter(({ acting_for_id: id }) => id !== null)).toHaveLength(steps.length)
    const [rating] = await server.sql('select rated_by from work_item_rating where work_item_id = $1', [
      receipt.workItemId,
    ])
    expect(rating).toEqual({ rated_by: daughter.personId })
    const line = { actor: '示范女儿', actingFor: '示范长者', message: '是东边那个桶。' }
    expect(await lineOf(elder, receipt, 'answered')).toEqual({ ...line, isYou: false })
    expect(await lineOf(forElder, receipt, 'answered')).toEqual({ ...line, isYou: true })
  })

  test('can take it back, out of the public list too', async () => {
    const receipt = await report(forElder, { visibility: 'public' })
    await move(forElder, receipt, { move: 'withdraw' })
    expect((await itemFor(elder, receipt)).outcome).toBe('withdrawn')
    const { items } = await people.neighbour.call('listPublicIssues', { params: COMMUNITY })
    expect(items.filter(({ id }) => id === receipt.id)).toEqual([])
  })

  test('counts as the resident’s: nothing that only staff may do is offered or accepted', async () => {
    const receipt = await report(elder)
    const { allowedMoves, version, canNote, viewers } = await itemFor(forElder, receipt)
    const own = await itemFor(elder, receipt)
    expect([allowedMoves, canNote, viewers]).toEqual([own.allowedMoves, false, []])
    // A colleague of the queue acts for somebody as a resident, whatever desk they have.
    await giveTo(await asResidentToo(people.worker), elder)
    const worker = inBusinessOf(elder, people.worker)
    const claim = await worker.attempt('moveWorkItem', {
      params: addressOfItem(receipt),
      body: bodyOf('claim', version),
    })
    expect(claim.code).toBe('move_not_allowed')
    expect((await worker.attempt('listMyQueues')).code).toBe('not_delegable')
  })
})

const asResidentToo = async (client: Client): Promise<Client> => {
  await server.sql(
    "insert into role_assignment (person_id, role, community_id) values ($1, 'resident', 'raosai') on conflict do nothing",
    [client.personId],
  )
  return client
}

describe('who is told', () => {
  /** Jobs deliver in any order. */
  const toldOf = async (client: Client, receipt: Receipt) => (await noticesOf(server, client, receipt)).toSorted()
  const steps = async (receipt: Receipt): Promise<void> => {
    await make(people.worker, receipt, 'claim')
    await people.worker.call('addReply', { params: addressOfItem(receipt), body: { body: '明天来清。' } })
  }

  test('the mother of every step, and the daughter who filed it as well', async () => {
    const receipt = await report(forElder)
    await steps(receipt)
    expect(await toldOf(elder, receipt)).toEqual(['accepted', 'acted_for', 'receipt', 'replied'])
    expect(await toldOf(daughter, receipt)).toEqual(['accepted', 'replied'])
  })

  test('the daughter also when the reply was written in an item that hers was merged into', async () => {
    const [primary, receipt] = [await report(people.resident), await report(forElder)]
    await make(people.leader, receipt, 'merge', { receiptNumber: primary.receiptNumber, direction: 'into' })
    await people.leader.call('addReply', { params: addressOfItem(primary), body: { body: '明天来清。' } })
    expect(await toldOf(daughter, receipt)).toEqual(['merged', 'replied'])
  })

  test('the daughter no more once the grant is ended or frozen', async () => {
    const receipt = await report(forElder)
    await elder.call('freezeProxyGrants', { body: { isFrozen: true } })
    await steps(receipt)
    expect(await toldOf(daughter, receipt)).toEqual([])
    expect(await toldOf(elder, receipt)).toEqual(['accepted', 'acted_for', 'receipt', 'replied'])
  })

  test('the daughter not of what her mother filed herself', async () => {
    const receipt = await report(elder)
    await steps(receipt)
    expect(await toldOf(daughter, receipt)).toEqual([])
    expect(await toldOf(elder, receipt)).toEqual(['accepted', 'receipt', 'replied'])
  })

  test('the mother of what the daughter did, and not once more of what she did', async () => {
    const receipt = await report(elder)
    await forElder.call('addReply', { params: addressOfItem(receipt), body: { body: '晚上有人在家。' } })
    expect(await toldOf(elder, receipt)).toEqual(['acted_for', 'receipt'])
  })
})

describe('the words of a proxy', () => {
  const replyClock = async (receipt: Receipt): Promise<string | null> => {
    const [row] = await server.sql<{ at: string | null }>(
      'select first_reply_ended_at as at from work_item where id = $1',
      [receipt.workItemId],
    )
    return row?.at ?? null
  }
  /** The ledger's line of an item, by column. */
  const ledgerLine = async (receipt: Receipt): Promise<Record<string, string>> => {
    const query = { from: '2026-11-23', to: '2026-11-23', format: 'csv' }
    const { text } = await people.staff.attempt('exportLedger', { params: COMMUNITY, query })
    const [head = '', ...lines] = text.split(/\r?\n/)
    const cells = lines.find((line) => line.includes(receipt.receiptNumber))?.split(',') ?? []
    return Object.fromEntries(head.split(',').map((name, index) => [name, cells[index] ?? '']))
  }
  /** Clocks that an event of the item ended, as the figures count them. */
  const countedReplies = async (receipt: Receipt): Promise<number> => {
    const rows = await server.sql(
      `select 1 from work_item_event, jsonb_array_elements(clocks) as change
       where work_item_id = $1 and change ->> 'clock' = 'first_reply' and change ->> 'change' = 'ended'`,
      [receipt.workItemId],
    )
    return rows.length
  }

  test('are no reply of staff: the clock runs on until staff answer, and the ledger and the figures agree', async () => {
    const receipt = await report(forElder)
    server.clock.advance({ hours: 1 })
    await forElder.call('addReply', { params: addressOfItem(receipt), body: { body: '还有一件事。' } })
    await move(forElder, receipt, { move: 'remind' })
    const before = await ledgerLine(receipt)
    expect([await replyClock(receipt), await countedReplies(receipt)]).toEqual([null, 0])
    server.clock.advance({ hours: 1 })
    await people.leader.call('addReply', { params: addressOfItem(receipt), body: { body: '明天来清。' } })
    const after = await ledgerLine(receipt)
    expect([(await replyClock(receipt)) !== null, await countedReplies(receipt)]).toEqual([true, 1])
    expect([before['首次回复时间'], after['首次回复时间'] !== '']).toEqual(['', true])
  })

  test('of staff who file at the counter are none either', async () => {
    await sitTogether(server, people.staff, elder)
    const atCounter = inBusinessOf(elder, people.staff)
    const receipt = await report(atCounter)
    await atCounter.call('addReply', { params: addressOfItem(receipt), body: { body: '他说晚上在家。' } })
    expect([await replyClock(receipt), await countedReplies(receipt)]).toEqual([null, 0])
    await people.staff.call('addReply', { params: addressOfItem(receipt), body: { body: '明天来清。' } })
    expect(await countedReplies(receipt)).toBe(1)
  })
})

describe('what is never delegable', () => {
  test.each(NOT_DELEGABLE)('(%s) is filed by nobody for somebody else', async (serviceCode) => {
    await sitTogether(server, people.staff, elder)
    for (const by of [forElder, inBusinessOf(elder, people.staff)]) {
      const answer = await by.attempt('reportIssue', { params: COMMUNITY, body: aReport({ serviceCode }) })
      expect([answer.status, answer.code]).toEqual([403, 'not_delegable'])
    }
    expect((await elder.call('listMyItems')).items).toEqual([])
  })

  test.each(NOT_DELEGABLE)('(%s) of the mother does not exist for whoever acts for her', async (serviceCode) => {
    const receipt = await report(elder, { serviceCode })
    const seen = await report(elder)
    await sitTogether(server, people.staff, elder)
    for (const by of [forElder, inBusinessOf(elder, people.staff)]) {
      expect((await by.call('listMyItems')).items.map(({ id }) => id)).toEqual([seen.workItemId])
      const params = addressOfItem(receipt)
      const answers = await Promise.all([
        by.attempt('getWorkItem', { params }),
        by.attempt('getIssue', { params: { ...COMMUNITY, issueId: receipt.id } }),
        by.attempt('moveWorkItem', { params, body: bodyOf('withdraw', 1) }),
        by.attempt('addReply', { params, body: { body: '看看' } }),
        by.attempt('rateWorkItem', { params, body: { solved: true, satisfaction: 5 } }),
      ])
      expect(answers.map(({ code }) => code)).toEqual(Array.from({ length: answers.length }, () => 'not_found'))
    }
    await untilDelivered(server)
    expect((await daughter.attempt('listInbox')).text).not.toContain(receipt.receiptNumber)
    expect((await itemFor(elder, receipt)).id).toBe(receipt.workItemId)
  })
})

describe('a power', () => {
  const give = async (powers: ProxyScope['powers'][number][]): Promise<Client> => {
    const son = await newResident()
    await giveTo(son, elder, { scopes: [{ service: 'issues', powers }] })
    return inBusinessOf(elder, son)
  }
  const tries = async (by: Client, receipt: Receipt): Promise<string[]> => {
    const params = addressOfItem(receipt)
    const answers = [
      await by.attempt('getWorkItem', { params }),
      await by.attempt('reportIssue', { params: COMMUNITY, body: aReport() }),
      await by.attempt('addReply', { params, body: { body: '一句话' } }),
      await by.attempt('moveWorkItem', { params, body: { move: 'remind', version: 1 } }),
    ]
    return answers.map(({ code }) => code ?? 'done')
  }

  test.each([
    [['read'], ['done', 'proxy_power_missing', 'proxy_power_missing', 'proxy_power_missing']],
    [['file'], ['done', 'done', 'proxy_power_missing', 'proxy_power_missing']],
    [['manage'], ['done', 'proxy_power_missing', 'done', 'done']],
  ] as const)('%j lets a son read, file, add a word and remind: %j', async (powers, results) => {
    expect(await tries(await give([...powers]), await report(elder))).toEqual(results)
  })

  test('reaches nothing that is another’s', async () => {
    const receipt = await report(people.resident)
    const [read, ...rest] = await tries(forElder, receipt)
    expect([read, ...rest]).toEqual(['not_found', 'done', 'not_found', 'not_found'])
  })
})

test('the community at home tells of what was done, wherever the item is', async () => {
  const params = { communityId: 'cisongtang' }
  const placeId = server.app.context.config().communities.get('cisongtang')?.gridCells[0]?.places[0]?.id ?? ''
  await forElder.call('reportIssue', { params, body: aReport({ placeId }) })
  await untilDelivered(server)
  const told = await server.sql("select community_id from inbox_message where person_id = $1 and kind = 'acted_for'", [
    elder.personId,
  ])
  expect(told).toEqual([{ community_id: 'raosai' }])
})

test('whoever acts for somebody learns their name masked, as everywhere', async () => {
  await server.sql('update person set is_demo = false where id = $1', [elder.personId])
  expect((await forElder.call('getMe')).name).toBe('示*者')
})

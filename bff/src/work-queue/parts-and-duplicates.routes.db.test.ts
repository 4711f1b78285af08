import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { kindsOf, noticesOf } from '../../test/desk.ts'
import {
  addressOfItem,
  itemFor,
  itemIn,
  make,
  type Named,
  type Raosai,
  type Receipt,
  report,
  signInRaosai,
} from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { finish, rate, worksOf } from '../../test/situations.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const allowed = async (client: Client, item: Parameters<typeof itemFor>[1]) =>
  (await itemFor(client, item)).allowedMoves.map(({ move }) => move)

const split = async (): Promise<Receipt> => {
  const receipt = await itemIn(people, 'accepted')
  const parts = [{ title: '清走垃圾' }, { title: '修小广场的桶', placeId: 'raosai-small-square' }]
  await make(people.worker, receipt, 'split', { parts })
  return receipt
}

test('each work of a split item has its own number, state and, elsewhere, its own queue', async () => {
  const receipt = await split()
  const { children, state } = await itemFor(people.leader, receipt)
  expect(state).toBe('accepted')
  expect(children.map(({ receiptNumber, title }) => [receiptNumber, title])).toEqual([
    [`${receipt.receiptNumber}-1`, '清走垃圾'],
    [`${receipt.receiptNumber}-2`, '修小广场的桶'],
  ])
  const works = await Promise.all((await worksOf(people, receipt)).map((work) => itemFor(people.leader, work)))
  expect(works.map((work) => [work.queue.id, work.state, work.isChild])).toEqual([
    ['raosai-grid-1', 'queued', true],
    ['raosai-grid-3', 'queued', true],
  ])
  expect(works.map(({ parent }) => parent?.receiptNumber)).toEqual([receipt.receiptNumber, receipt.receiptNumber])
})

test('the resident sees the works of their item, lists it once, and speaks with the whole', async () => {
  const receipt = await split()
  const item = await itemFor(people.resident, receipt)
  expect(item.children.map(({ state }) => state)).toEqual(['queued', 'queued'])
  const { items } = await people.resident.call('listMyItems', { query: { limit: 50 } })
  expect(items.filter(({ subjectId }) => subjectId === receipt.id)).toHaveLength(1)
  const [work] = item.children
  const words = { params: { communityId: 'raosai', workItemId: work?.id ?? '' }, body: { body: '快一点。' } }
  expect((await people.resident.attempt('addReply', words)).code).toBe('reply_not_possible')
})

test('an item can be resolved when all its works are done, and not before', async () => {
  const receipt = await itemIn(people, 'accepted')
  await make(people.worker, receipt, 'split')
  const [first, second] = await worksOf(people, receipt)
  if (!first || !second) throw new Error('two works were made')
  await finish(people, first)
  expect(await allowed(people.worker, receipt)).not.toContain('resolve')
  await finish(people, second)
  expect(await allowed(people.worker, receipt)).toContain('resolve')
  await make(people.worker, receipt, 'resolve')
  await rate(people, receipt, true)
})

test('works are not rated, count in no promise and do not tell the resident twice', async () => {
  const receipt = await itemIn(people, 'accepted')
  await make(people.worker, receipt, 'split')
  const [work] = await worksOf(people, receipt)
  if (!work) throw new Error('works were made')
  await make(people.worker, work, 'claim')
  await make(people.worker, work, 'resolve')
  expect((await itemFor(people.resident, work)).canRate).toBe(false)
  const rows = await server.sql("select 1 from work_item_event where work_item_id = $1 and clocks <> '[]'", [
    work.workItemId,
  ])
  expect(rows).toEqual([])
  const notices = await server.sql('select 1 from inbox_message where work_item_id = $1 and person_id = $2', [
    work.workItemId,
    people.resident.personId,
  ])
  expect(notices).toEqual([])
})

const sayOn = (work: Named, body: string) =>
  people.worker.call('addReply', { params: addressOfItem(work), body: { body } })
const WITHOUT_WORDS = { note: undefined }
/** The first work of an item that is split now, in the hands of the worker, and not a word about it to anybody. */
const workOf = async (receipt: Receipt): Promise<Named> => {
  await make(people.worker, receipt, 'split', WITHOUT_WORDS)
  const [work] = await worksOf(people, receipt)
  if (!work) throw new Error('works were made')
  await make(people.worker, work, 'claim', WITHOUT_WORDS)
  return work
}

test('what staff say to the resident in a work reaches them in their item, and in those that ended in it', async () => {
  const { mine, theirs } = await merged()
  const work = await workOf(mine)
  await sayOn(work, '下午两点先清垃圾。')
  const words = { kind: 'replied', message: '下午两点先清垃圾。', messageFor: 'requester' }
  for (const [client, own] of [
    [people.resident, mine],
    [people.neighbour, theirs],
  ] as const) {
    expect((await itemFor(client, own)).timeline.at(-1)).toMatchObject(words)
    expect((await noticesOf(server, client, own)).filter((kind) => kind === 'replied')).toHaveLength(1)
  }
  expect((await itemFor(people.worker, work)).timeline.at(-1)).toMatchObject(words)
  const stored = await server.sql("select 1 from work_item_message where body = '下午两点先清垃圾。'")
  expect(stored).toHaveLength(1)
})

test('it is the first answer to the resident, once, and leaves the whole where it was', async () => {
  const receipt = await report(people.resident)
  await make(people.worker, receipt, 'claim', WITHOUT_WORDS)
  const work = await workOf(receipt)
  const before = await itemFor(people.worker, receipt)
  expect(before.clocks.find(({ clock }) => clock === 'first_reply')?.endedAt).toBeNull()
  await sayOn(work, '先说一句。')
  await sayOn(work, '再说一句。')
  await make(people.worker, work, 'resolve', { note: '垃圾清走了。' })
  const after = await itemFor(people.worker, receipt)
  expect(after.timeline.slice(before.timeline.length).map(({ message }) => message)).toEqual([
    '先说一句。',
    '再说一句。',
    '垃圾清走了。',
  ])
  expect(after.state).toBe('accepted')
  const ended = await server.sql<{ clocks: unknown }>(
    'select clocks from work_item_event where work_item_id = any($1) and clocks @> \'[{"change": "ended", "clock": "first_reply"}]\'',
    [[receipt.workItemId, work.workItemId]],
  )
  expect(ended).toEqual([{ clocks: [{ clock: 'first_reply', change: 'ended', result: 'in_time' }] }])
})

test('a note in a work is no word to the resident, and a work says nothing to whoever took the whole back', async () => {
  const receipt = await split()
  const work = await workOf(receipt)
  await people.worker.call('addNote', { params: addressOfItem(work), body: { body: '钥匙在门房。' } })
  expect(JSON.stringify(await itemFor(people.resident, receipt))).not.toContain('钥匙在门房。')
  await server.sql("update work_item set state = 'closed', outcome = 'withdrawn' where id = $1", [receipt.workItemId])
  expect((await itemFor(people.worker, work)).canReply).toBe(false)
  const answer = await people.worker.attempt('addReply', {
    params: addressOfItem(work),
    body: { body: '还有一句。' },
  })
  expect(answer.code).toBe('reply_not_possible')
})

test('a split item can be split again, and its works are numbered on', async () => {
  const receipt = await split()
  await make(people.worker, receipt, 'split')
  const { children } = await itemFor(people.worker, receipt)
  expect(children.map(({ receiptNumber }) => receiptNumber.slice(-2))).toEqual(['-1', '-2', '-3', '-4'])
})

test('a place that the community does not have makes no work at all', async () => {
  const receipt = await itemIn(people, 'accepted')
  const { version } = await itemFor(people.worker, receipt)
  const parts = [{ title: '第一件' }, { title: '第二件', placeId: 'cisongtang-courtyard-1' }]
  const body = { move: 'split', version, parts }
  const answer = await people.worker.attempt('moveWorkItem', { params: addressOfItem(receipt), body })
  expect(answer.code).toBe('unknown_place')
  expect(await itemFor(people.worker, receipt)).toMatchObject({ version, children: [] })
})

const twoReports = async () => {
  const [mine, theirs] = [await report(people.resident), await report(people.neighbour)]
  await make(people.worker, mine, 'claim')
  await make(people.worker, theirs, 'claim')
  return { mine, theirs }
}
const merged = async () => {
  const reports = await twoReports()
  const { receiptNumber } = reports.mine
  await make(people.worker, reports.theirs, 'merge', { receiptNumber, direction: 'into' })
  return reports
}

test('a duplicate ends in the other item, either way round', async () => {
  const into = await merged()
  expect(await itemFor(people.worker, into.theirs)).toMatchObject({ state: 'closed', outcome: 'merged' })
  const absorbed = await twoReports()
  const { receiptNumber } = absorbed.theirs
  await make(people.worker, absorbed.mine, 'merge', { receiptNumber, direction: 'absorb' })
  expect(await itemFor(people.worker, absorbed.theirs)).toMatchObject({ state: 'closed', outcome: 'merged' })
  for (const { mine, theirs } of [into, absorbed]) {
    const primary = await itemFor(people.worker, mine)
    expect(primary.state).toBe('accepted')
    expect(primary.duplicates.map(({ receiptNumber: number }) => number)).toEqual([theirs.receiptNumber])
    expect(primary.timeline.at(-1)).toMatchObject({ kind: 'absorbed', receiptNumbers: [theirs.receiptNumber] })
  }
})

test('one reply reaches everybody who reported the same thing, and each only their own item', async () => {
  const { mine, theirs } = await merged()
  await people.worker.call('addReply', { params: addressOfItem(mine), body: { body: '下午两点来清。' } })
  for (const [client, own, other] of [
    [people.resident, mine, theirs],
    [people.neighbour, theirs, mine],
  ] as const) {
    const item = await itemFor(client, own)
    expect(item.timeline.at(-1)).toMatchObject({ kind: 'replied', message: '下午两点来清。' })
    expect(JSON.stringify(item)).not.toContain(other.receiptNumber)
    expect(JSON.stringify(item)).not.toContain(other.workItemId)
    expect(await noticesOf(server, client, own)).toContain('replied')
    expect((await client.attempt('getWorkItem', { params: addressOfItem(other) })).status).toBe(404)
  }
})

test('what staff write when they resolve the one item is read in the other, and only the one is rated', async () => {
  const { mine, theirs } = await merged()
  await make(people.worker, mine, 'resolve', { note: '清完了，请看看。' })
  const ended = await itemFor(people.neighbour, theirs)
  expect(ended.timeline.at(-1)).toMatchObject({ message: '清完了，请看看。' })
  expect([ended.canRate, (await itemFor(people.resident, mine)).canRate]).toEqual([false, true])
  expect(ended.mergedInto?.state).toBe('resolved')
})

test('a note on the one item reaches nobody who reported the other', async () => {
  const { mine, theirs } = await merged()
  await people.worker.call('addNote', { params: addressOfItem(mine), body: { body: '两家是邻居。' } })
  expect(JSON.stringify(await itemFor(people.neighbour, theirs))).not.toContain('两家是邻居。')
})

test('whoever does not agree has their own item reopened, and it goes its own way', async () => {
  const { mine, theirs } = await merged()
  await make(people.neighbour, theirs, 'reopen', { note: '不是同一个垃圾点。' })
  expect(await itemFor(people.neighbour, theirs)).toMatchObject({ state: 'queued', mergedInto: null })
  await people.worker.call('addReply', { params: addressOfItem(mine), body: { body: '只对一家说。' } })
  expect(JSON.stringify(await itemFor(people.neighbour, theirs))).not.toContain('只对一家说。')
  expect((await itemFor(people.worker, mine)).duplicates).toEqual([])
})

test('when the item that went on ends in a third, its duplicates go with it', async () => {
  const { mine, theirs } = await merged()
  const third = await report(people.resident)
  await make(people.worker, third, 'claim')
  await make(people.worker, mine, 'merge', { receiptNumber: third.receiptNumber, direction: 'into' })
  await people.worker.call('addReply', { params: addressOfItem(third), body: { body: '三家都听得到。' } })
  expect((await itemFor(people.neighbour, theirs)).timeline.at(-1)?.message).toBe('三家都听得到。')
  expect((await itemFor(people.worker, third)).duplicates).toHaveLength(2)
})

test('only open items of one community and of equal confidence are merged, by whoever may work on both', async () => {
  const receipt = await itemIn(people, 'accepted')
  const others: Record<string, string> = {
    itself: receipt.receiptNumber,
    'nothing at all': 'RS-20261123-9999',
    'a closed one': (await itemIn(people, 'closed')).receiptNumber,
    'a confidential one': (await report(people.neighbour, { serviceCode: 'neighbour_dispute' })).receiptNumber,
    'one of another queue': (await report(people.neighbour, { placeId: 'raosai-small-square' })).receiptNumber,
    'one that nobody has, by a worker': (await report(people.neighbour)).receiptNumber,
  }
  const { version } = await itemFor(people.worker, receipt)
  for (const [what, receiptNumber] of Object.entries(others)) {
    for (const direction of ['into', 'absorb']) {
      const body = { move: 'merge', version, receiptNumber, direction }
      const answer = await people.worker.attempt('moveWorkItem', { params: addressOfItem(receipt), body })
      expect([what, direction, answer.code]).toEqual([what, direction, 'merge_not_possible'])
    }
  }
  expect(kindsOf(await itemFor(people.worker, receipt))).not.toContain('merged')
})

test('of two items that are merged into each other at the same moment at most one ends', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { mine, theirs } = await twoReports()
    const merge = async (item: Receipt, other: Receipt) => {
      const { version } = await itemFor(people.worker, item)
      const body = { move: 'merge', version, receiptNumber: other.receiptNumber, direction: 'into' }
      return () => people.worker.attempt('moveWorkItem', { params: addressOfItem(item), body })
    }
    const sends = [await merge(mine, theirs), await merge(theirs, mine)]
    const statuses = (await Promise.all(sends.map((send) => send()))).map(({ status }) => status)
    expect(statuses.filter((status) => status !== 200 && status !== 409 && status !== 422)).toEqual([])
    const items = await Promise.all([mine, theirs].map((item) => itemFor(people.worker, item)))
    const made = statuses.filter((status) => status === 200).length
    expect(made).toBeLessThan(2)
    expect(items.filter(({ state }) => state === 'closed')).toHaveLength(made)
  }
})

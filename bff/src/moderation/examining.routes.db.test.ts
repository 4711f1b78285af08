import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { aReport, type Receipt, report } from '../../test/factories.ts'
import { actingFor, giveTo } from '../../test/grants.ts'
import {
  allThatNeighboursRead,
  aWord,
  decide,
  heldOf,
  issueAt,
  RAOSAI,
  REFUSE,
  reportPublicly,
} from '../../test/moderation.ts'
import { OPEN_ID, startWechatWorld, WECHAT_TIMEOUT_MS, type WechatWorld } from '../../test/wechat-world.ts'

/** What a machine with much to do may add. */
const SLACK_MS = 2_000
const CHECK = '/wxa/msg_sec_check'

let world: WechatWorld

beforeAll(async () => {
  world = await startWechatWorld({ PAGES_URL: undefined })
})
afterAll(() => world.stop())
afterEach(() => {
  world.wechat.heal()
  world.wechat.useWords({})
  world.wechat.visit(OPEN_ID)
})

const attempt = (description: string, changes: object = {}, headers = {}) =>
  world.people.resident.attempt(
    'reportIssue',
    { params: RAOSAI, body: aReport({ description, visibility: 'public', ...changes }) },
    headers,
  )
const asked = () => world.wechat.calls()[CHECK] ?? 0
const countIssues = async (word: string) => {
  const rows = await world.server.sql("select 1 from issue where description like '%' || $1 || '%'", [word])
  return rows.length
}
const read = (receipt: Receipt) => world.people.neighbour.attempt('getIssue', issueAt(receipt))

test('what WeChat lets pass neighbours read at once', async () => {
  const word = aWord()
  const receipt = await reportPublicly(world.people.resident, word)
  expect(await heldOf(world.people.staff, receipt)).toEqual([])
  expect(await allThatNeighboursRead(world.people.neighbour, receipt)).toContain(word)
})

test('risky words are refused with what is wrong with them, and nothing is written', async () => {
  const word = aWord()
  const answer = await attempt(`__RISKY__${word}`)
  expect([answer.status, answer.code]).toEqual([422, 'words_refused'])
  expect(answer.fields).toEqual([{ field: 'description', message: '说到了违法的事' }])
  expect(await countIssues(word)).toBe(0)
})

test('the same words go to the staff alone unasked and unrefused', async () => {
  const before = asked()
  const receipt = await report(world.people.resident, { description: `__RISKY__${aWord()}` })
  expect(receipt.state).toBe('queued')
  expect(asked()).toBe(before)
})

test('refused once, other words go under the same key', async () => {
  const [key, word] = [{ 'Idempotency-Key': 'refused-at-first' }, aWord()]
  expect((await attempt(`__RISKY__${word}`, {}, key)).code).toBe('words_refused')
  expect((await attempt(word, {}, key)).status).toBe(201)
  expect(await countIssues(word)).toBe(1)
})

test('where WeChat is in doubt it is received, and a person looks', async () => {
  const receipt = await reportPublicly(world.people.resident, `__REVIEW__${aWord()}`)
  expect(await heldOf(world.people.staff, receipt)).toMatchObject([{ why: 'unsure' }])
  expect((await read(receipt)).status).toBe(404)
})

test.each(['reset', 'html', 'busy', 'rate', 'hang'] as const)(
  'when WeChat answers with %s it is received in time, and held',
  async (kind) => {
    world.wechat.fail({ kind, path: CHECK })
    const [word, begin] = [aWord(), performance.now()]
    const receipt = await reportPublicly(world.people.resident, word)
    expect(performance.now() - begin).toBeLessThan(WECHAT_TIMEOUT_MS + SLACK_MS)
    expect(await heldOf(world.people.staff, receipt)).toMatchObject([{ why: 'unanswered', words: word }])
    expect(await allThatNeighboursRead(world.people.neighbour, receipt)).not.toContain(word)
  },
)

test('the same report sent again is answered as before, and WeChat is not asked again', async () => {
  const [key, word] = [{ 'Idempotency-Key': 'sent-once-more' }, aWord()]
  const first = await attempt(word, {}, key)
  const before = asked()
  // What WeChat says of it now is no longer the question.
  world.wechat.useWords({ risky: [word] })
  const second = await attempt(word, {}, key)
  expect([second.status, second.body]).toEqual([201, first.body])
  expect([asked(), await countIssues(word)]).toEqual([before, 1])
})

test('Tibetan waits for somebody who reads it, whatever WeChat would say', async () => {
  const before = asked()
  const receipt = await reportPublicly(world.people.resident, `གློག་སྒྲོན། __RISKY__`)
  expect(await heldOf(world.people.staff, receipt)).toMatchObject([{ why: 'tibetan' }])
  expect(asked()).toBe(before)
})

test('the same person is checked in the mini-program, and on the web page waits for somebody', async () => {
  const { server, people } = world
  const onTheWeb = await server.signIn(people.resident.personId)
  const [before, word] = [asked(), aWord()]
  const receipt = await reportPublicly(onTheWeb, word)
  expect(await heldOf(people.staff, receipt)).toMatchObject([{ why: 'not_from_wechat', words: word }])
  expect(asked()).toBe(before)
  expect(await allThatNeighboursRead(people.neighbour, receipt)).not.toContain(word)
  const fromWechat = await reportPublicly(people.resident, aWord())
  expect(await heldOf(people.staff, fromWechat)).toEqual([])
})

test('what a proxy wrote waits for a person', async () => {
  const { neighbour, resident, staff } = world.people
  await giveTo(resident, neighbour)
  const word = aWord()
  const answer = await attempt(word, {}, actingFor(neighbour))
  expect(answer.status).toBe(201)
  const receipt = answer.body as Receipt // The status says that it is one.
  expect(await heldOf(staff, receipt)).toMatchObject([{ why: 'not_from_wechat', words: word }])
})

test('a photo goes straight to a person where WeChat cannot fetch it', async () => {
  const receipt = await reportPublicly(world.people.resident, '', 1)
  expect(await heldOf(world.people.staff, receipt)).toMatchObject([{ kind: 'issue_photo', why: 'unanswered' }])
})

test('hiding parts is looked at as well: risky words change nothing, others are read at once', async () => {
  const { resident, neighbour } = world.people
  const [before, after] = [aWord(), aWord()]
  const receipt = await reportPublicly(resident, before)
  const redact = (description: string) =>
    resident.attempt('redactIssue', { ...issueAt(receipt), body: { description } })
  expect((await redact(`__RISKY__${after}`)).code).toBe('words_refused')
  expect(await allThatNeighboursRead(neighbour, receipt)).toContain(before)
  expect((await redact(after)).status).toBe(200)
  expect(await allThatNeighboursRead(neighbour, receipt)).toContain(after)
})

test('what a person refused is not shown again because a machine lets it pass', async () => {
  const { resident, neighbour, staff } = world.people
  const receipt = await reportPublicly(resident, `__REVIEW__${aWord()}`)
  const [held] = await heldOf(staff, receipt)
  if (!held) throw new Error('it waits')
  await decide(staff, held, REFUSE)
  const word = aWord()
  await resident.call('redactIssue', { ...issueAt(receipt), body: { description: word } })
  expect(await heldOf(staff, receipt)).toMatchObject([{ why: 'unsure', words: word }])
  expect(await allThatNeighboursRead(neighbour, receipt)).not.toContain(word)
})

test('two hours after the last visit WeChat says nothing, and a person looks', async () => {
  world.server.clock.advance({ hours: 3 })
  const receipt = await reportPublicly(world.people.resident, aWord())
  expect(await heldOf(world.people.staff, receipt)).toMatchObject([{ why: 'unanswered' }])
})

// Last: the breaker stays open for ten seconds of the system's clock.
test('while nothing answers nobody waits for it, and everything is held', async () => {
  world.wechat.fail({ kind: 'hang', path: CHECK })
  const took: number[] = []
  for (let count = 0; count < 9; count += 1) {
    const begin = performance.now()
    await reportPublicly(world.people.resident, aWord())
    took.push(performance.now() - begin)
  }
  // The breaker is open by then: WeChat is not even asked.
  expect(Math.min(...took.slice(-2))).toBeLessThan(WECHAT_TIMEOUT_MS)
}, 30_000)

import { afterAll, beforeAll, expect, test } from 'vitest'
import { aReport, type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const params = { communityId: 'raosai' }
const send = (body: unknown, headers = {}) => people.resident.attempt('reportIssue', { params, body }, headers)
const stored = () =>
  server.sql(
    `select (select count(*) from issue) as issues, (select count(*) from work_item) as items,
       (select count(*) from work_item_event) as events, (select count(*) from idempotency_key) as keys`,
  )
const { placeId: _place, ...withoutPlace } = aReport()
const syllables = (count: number) => 'བོད་'.repeat(count)

test.each<[name: string, changes: Record<string, unknown>, status: number, code: string]>([
  ['an unknown category', { serviceCode: 'flying_carpets' }, 422, 'unknown_service'],
  ['a category that is a key of every object', { serviceCode: '__proto__' }, 422, 'unknown_service'],
  ['a report about suspicious people', { serviceCode: '可疑人员' }, 422, 'person_report_refused'],
  ['a report about a stranger', { serviceCode: 'suspicious_stranger' }, 422, 'person_report_refused'],
  ['a place of another community', { placeId: 'cisongtang-courtyard-1' }, 422, 'unknown_place'],
  ['a place that is none', { placeId: 'raosai-nowhere' }, 422, 'unknown_place'],
  ['a position far away', { position: { lat: 39.9, lng: 116.4 } }, 422, 'position_outside_community'],
  ['a complaint made public', { serviceCode: 'complaint_staff', visibility: 'public' }, 422, 'visibility_refused'],
  ['no words', { description: '' }, 422, 'validation_failed'],
  ['words of spaces and line breaks', { description: ' \n\t　 ' }, 422, 'validation_failed'],
  ['words of characters that nobody sees', { description: '\u0000\u200B\uFEFF' }, 422, 'validation_failed'],
  ['a thousand and one Han characters', { description: '字'.repeat(1001) }, 422, 'validation_failed'],
  ['a thousand and one Tibetan syllables', { description: syllables(1001) }, 422, 'validation_failed'],
  ['a description that is a number', { description: 7 }, 422, 'validation_failed'],
  ['a visibility we do not have', { visibility: 'friends' }, 422, 'validation_failed'],
  ['a latitude beyond the pole', { position: { lat: 91, lng: 91.13 } }, 422, 'validation_failed'],
  ['a position of words', { position: { lat: 'north', lng: 'east' } }, 422, 'validation_failed'],
  ['an endless category', { serviceCode: 'a'.repeat(5000) }, 422, 'validation_failed'],
])('%s is refused with its own code and sentence, and nothing is written', async (_name, changes, status, code) => {
  const before = await stored()
  const answer = await send({ ...aReport(), ...changes })
  expect([answer.status, answer.code]).toEqual([status, code])
  expect(answer.message).toMatch(/[\u4e00-\u9fff].*。$/)
  expect(await stored()).toEqual(before)
})

test('no two refusals of a report share a sentence', async () => {
  const bodies = [
    { serviceCode: 'flying_carpets' },
    { serviceCode: '可疑人员' },
    { placeId: 'raosai-nowhere' },
    { position: { lat: 39.9, lng: 116.4 } },
    { serviceCode: 'complaint_staff', visibility: 'public' },
    { description: '' },
  ]
  const answers = await Promise.all(bodies.map((changes) => send({ ...aReport(), ...changes })))
  expect(new Set(answers.map(({ message }) => message)).size).toBe(bodies.length)
})

test('a reader of Tibetan is answered in Tibetan where it is attested and in Chinese otherwise', async () => {
  const answer = await send({ ...aReport(), description: '' }, { 'Accept-Language': 'bo' })
  expect(answer.fields[0]?.message).toMatch(/[\u0F00-\u0FFF]/)
  const chineseOnly = await send({ ...aReport(), serviceCode: 'flying_carpets' }, { 'Accept-Language': 'bo' })
  expect(chineseOnly.message).toMatch(/[\u4e00-\u9fff]/)
})

test.each([
  ['empty', { description: '' }, 'description', '内容不能为空，写一两句就行。'],
  ['too long', { description: '字'.repeat(1001) }, 'description', '写得太长了，最多1000字。'],
  ['far too long', { description: '字'.repeat(20_001) }, 'description', '写得太长了，最多1000字。'],
  ['missing', { description: undefined }, 'description', '这一项要填。'],
  ['without a place', { placeId: undefined }, 'placeId', '请选院落，或者用地图上的位置。'],
])('a report that is %s is told which field to change and how', async (_name, changes, field, message) => {
  expect((await send({ ...aReport(), ...changes })).fields).toEqual([{ field, message }])
})

test('an over-long category is not told a limit of words', async () => {
  const { fields } = await send({ ...aReport(), serviceCode: 'a'.repeat(100) })
  expect(fields).toEqual([{ field: 'serviceCode', message: expect.not.stringContaining('字') }])
})

test.each([
  ['a thousand Han characters', '字'.repeat(1000)],
  ['a thousand Tibetan syllables', syllables(1000)],
  ['a thousand of the longest Tibetan syllables', 'བསྒྲུབས་'.repeat(1000)],
  ['a thousand characters outside the basic plane', '𠀀'.repeat(1000)],
])('%s fit into one report', async (_name, description) => {
  expect((await send({ ...aReport(), description })).status).toBe(201)
})

test('the words are kept as written, without characters that nobody sees', async () => {
  const receipt = await report(people.resident, { description: '  水\u0000管\u200B\r\n坏了 \u{1F6B0} ' })
  const issue = await people.resident.call('getIssue', { params: { ...params, issueId: receipt.id } })
  expect(issue.description).toBe('水管\n坏了 \u{1F6B0}')
})

test('half a character is kept as a mark and breaks nothing', async () => {
  const body = '{"serviceCode":"garbage","description":"水\\ud800管","placeId":"raosai-public-toilet"}'
  const answer = await send(body, { 'Idempotency-Key': 'half-a-character' })
  expect(answer.status).toBe(201)
})

test('a report outside every grid cell still reaches the community', async () => {
  const receipt = await people.resident.call('reportIssue', {
    params,
    body: { ...withoutPlace, position: { lat: 29.6491, lng: 91.1419 } },
  })
  expect(receipt.queue.id).toBe('raosai-community')
})

test('a report to a community that is not here is not found', async () => {
  const answer = await people.resident.attempt('reportIssue', { params: { communityId: 'atlantis' }, body: aReport() })
  expect([answer.status, answer.code]).toEqual([404, 'not_found'])
})

test('staff without the right to report are told so', async () => {
  const answer = await people.worker.attempt('reportIssue', { params, body: aReport() })
  expect([answer.status, answer.code]).toEqual([403, 'forbidden'])
})

test('a report without a session asks to sign in, and nothing is written', async () => {
  const before = await stored()
  const answer = await server.anonymous.attempt('reportIssue', { params, body: aReport() })
  expect([answer.status, answer.code]).toEqual([401, 'unauthenticated'])
  expect(await stored()).toEqual(before)
})

test.each(['short', 'a b c d e f g', '钥匙钥匙钥匙钥匙', 'k'.repeat(101)])('%s is no idempotency key', async (key) => {
  const encoded = Buffer.from(key).toString('latin1')
  const answer = await send(aReport(), { 'Idempotency-Key': encoded })
  expect([answer.status, answer.code]).toEqual([400, 'idempotency_key_invalid'])
})

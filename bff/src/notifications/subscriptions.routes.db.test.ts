import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { addFollowers, startWithWechat, templateOf } from '../../test/followers.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import { changeEvent, popupEvent } from '../../test/wechat-server/events.ts'
import type { WechatServer } from '../../test/wechat-server/wechat-server.ts'
import { giveCreditBack } from './subscribe.repository.ts'

let server: TestServer
let wechat: WechatServer
let stop: () => Promise<void>
let client: Client
let openId: string
let progress: string

beforeAll(async () => {
  ;({ server, wechat, stop } = await startWithWechat())
  progress = templateOf(server, 'progress')
})
afterAll(() => stop())
beforeEach(async () => {
  server.clock.set(START)
  const [follower] = await addFollowers(server, wechat, 1, { credits: 0 })
  if (!follower) throw new Error('nobody was added')
  openId = follower.openId
  client = await server.signIn(follower.personId)
})

const answered = (answer: 'accept' | 'reject', key?: string) =>
  client.call(
    'recordSubscribeResult',
    { body: { tap: 'report', results: [{ templateId: progress, answer }] } },
    key === undefined ? {} : { 'Idempotency-Key': key },
  )
const agreement = async () => {
  const { items } = await client.call('listMessageTemplates')
  const found = items.find(({ templateId }) => templateId === progress)
  return found && { credits: found.credits, isRefused: found.isRefused }
}
/** As WeChat tells it, and as this server has worked it through. */
const push = async (event: Readonly<Record<string, unknown>>, options = {}): Promise<void> => {
  await wechat.push(event, options)
  await wechat.settled()
  const open = async () => (await server.sql('select 1 from wechat_push where done_at is null')).length
  while ((await open()) > 0) await new Promise((resolve) => setTimeout(resolve, 20))
}
const at = (seconds = 0) => Date.parse(START) + seconds * 1000
const popup = (seconds = 0) => popupEvent(openId, [{ templateId: progress, answer: 'accept' }], at(seconds))

test('there is one template for each topic, and nobody has agreed to any', async () => {
  const { items } = await client.call('listMessageTemplates')
  expect(items.map(({ topic }) => topic).toSorted()).toEqual(['booking', 'family', 'progress', 'visit'])
  expect(items.every(({ credits, isRefused }) => credits === 0 && !isRefused)).toBe(true)
})

test('every yes is one message, and the same word with the same key counts once', async () => {
  await answered('accept', 'one-tap-0001')
  await answered('accept', 'one-tap-0001')
  await answered('accept', 'one-tap-0002')
  expect(await agreement()).toEqual({ credits: 2, isRefused: false })
})

test('a no is remembered until the next yes, and takes back nothing', async () => {
  await answered('accept')
  await answered('reject')
  expect(await agreement()).toEqual({ credits: 1, isRefused: true })
  await answered('accept')
  expect(await agreement()).toEqual({ credits: 2, isRefused: false })
})

const consentToMessages = async () =>
  (await client.call('listConsents')).items.find(({ purpose }) => purpose === 'wechat_messages')

test('a yes stands in the list of what they agreed to, whoever tells of it, and a no does not', async () => {
  await answered('reject')
  expect((await consentToMessages())?.given).toBeNull()
  await answered('accept')
  expect((await consentToMessages())?.given).toMatchObject({ at: START })
  await client.call('withdrawConsent', { params: { purpose: 'wechat_messages' } })
  expect((await consentToMessages())?.given).toBeNull()
  // Hours later, so that it is another tap.
  await push(popup(7_200))
  expect((await consentToMessages())?.given).not.toBeNull()
})

test('whoever takes it back has agreed to no message, and one that fails just then gives none back', async () => {
  const { personId } = client
  await answered('accept')
  await client.call('withdrawConsent', { params: { purpose: 'wechat_messages' } })
  await giveCreditBack(server.app.context.db, { personId, templateId: progress })
  expect(await agreement()).toEqual({ credits: 0, isRefused: false })
})

test('the phone and WeChat tell of one tap, in either order and however often', async () => {
  await answered('accept')
  await push(popup(), { duplicate: 2 })
  expect(await agreement()).toEqual({ credits: 1, isRefused: false })
  await push(popup(60))
  await push(popup(60), { duplicate: 1 })
  server.clock.set(new Date(at(61)).toISOString())
  await answered('accept')
  expect(await agreement()).toEqual({ credits: 2, isRefused: false })
})

test('several templates in one answer are several agreements', async () => {
  const visit = templateOf(server, 'visit')
  await push(
    popupEvent(
      openId,
      [
        { templateId: progress, answer: 'accept' },
        { templateId: visit, answer: 'accept' },
      ],
      at(),
    ),
  )
  const { items } = await client.call('listMessageTemplates')
  expect(items.filter(({ credits }) => credits === 1).map(({ topic }) => topic)).toEqual(['progress', 'visit'])
})

test('who switches it off in WeChat is sent nothing more', async () => {
  await answered('accept')
  await answered('accept')
  await push(changeEvent(openId, [progress], at()))
  expect(await agreement()).toEqual({ credits: 0, isRefused: true })
})

test('a template that the account does not have, and an open id of nobody, change nothing', async () => {
  await client.call('recordSubscribeResult', {
    body: { tap: 'report', results: [{ templateId: 'demo-unknown', answer: 'accept' }] },
  })
  await push(popupEvent('oNobody', [{ templateId: progress, answer: 'accept' }], at()))
  expect(await server.sql("select 1 from subscribe_credit where template_id = 'demo-unknown'")).toEqual([])
  expect(await agreement()).toEqual({ credits: 0, isRefused: false })
})

test('where WeChat is not set up there is nothing to agree to', async () => {
  const without = await startTestServer()
  const [row] = await without.sql<{ person_id: string }>(
    "select person_id from role_assignment where role = 'resident' limit 1",
  )
  const resident = await without.signIn(row?.person_id ?? '')
  expect((await resident.call('listMessageTemplates')).items).toEqual([])
  await resident.call('recordSubscribeResult', {
    body: { tap: 'report', results: [{ templateId: progress, answer: 'accept' }] },
  })
  expect((await resident.call('listMessageTemplates')).items).toEqual([])
  await without.stop()
})

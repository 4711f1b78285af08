import { fieldValue, typeOfField } from '@little-bench/shared/notifications/wechat-fields'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { doWhatIsDueAt, untilDelivered } from '../../test/desk.ts'
import { make, report, signInRaosai } from '../../test/factories.ts'
import {
  addFollowers,
  aNotice,
  COMMUNITY_ID,
  callLinesFor,
  faredOf,
  notify,
  startWithWechat,
  templateOf,
  untilSent,
} from '../../test/followers.ts'
import { START, type TestServer } from '../../test/server.ts'
import type { WechatServer } from '../../test/wechat-server/wechat-server.ts'

const SEND = '/cgi-bin/message/subscribe/send'
let server: TestServer
let wechat: WechatServer
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ server, wechat, stop } = await startWithWechat({}, { WECHAT_TIMEOUT_MS: 1_000 }))
  // What becomes of messages when WeChat tells nothing more; sent-events.db.test.ts has what it tells.
  wechat.pushTo(null)
})
afterAll(() => stop())
beforeEach(() => server.clock.set(START))
afterEach(() => wechat.heal())

const aFollower = async (options: Parameters<typeof addFollowers>[3] = {}) => {
  const [follower] = await addFollowers(server, wechat, 1, options)
  if (!follower) throw new Error('nobody was added')
  return follower
}
const sentTo = (openId: string) => wechat.sent().filter((message) => message.openId === openId)
const told = async (personId: string, changes: Parameters<typeof aNotice>[1] = {}): Promise<void> => {
  await notify(server, [aNotice(personId, changes)])
  await untilSent(server)
}
const creditsOf = async (personId: string, topic: Parameters<typeof templateOf>[1]) => {
  const [row] = await server.sql<{ credits: number }>(
    'select credits from subscribe_credit where person_id = $1 and template_id = $2',
    [personId, templateOf(server, topic)],
  )
  return row?.credits
}
const minutesLater = (minutes: number) => new Date(Date.parse(START) + minutes * 60_000)

test('whoever agreed gets one message of what is in their inbox, and has one agreement less', async () => {
  const { personId, openId } = await aFollower()
  await told(personId)
  expect(sentTo(openId)).toMatchObject([
    {
      templateId: templateOf(server, 'booking'),
      page: 'bookings/pages/mine/index',
      data: { thing1: '午餐（示范）', phrase2: '取消了', time3: '2026年11月23日 10:00', thing4: '请打开小程序看' },
    },
  ])
  expect(await faredOf(server, personId)).toMatchObject([{ state: 'sent', attempts: 1 }])
  expect(await creditsOf(personId, 'booking')).toBe(0)
})

test('one agreement is one message: the second stays in the inbox, and what must not wait is called about', async () => {
  const { personId, openId } = await aFollower()
  await notify(server, [aNotice(personId), aNotice(personId)])
  await untilSent(server)
  expect(sentTo(openId)).toHaveLength(1)
  const fared = await faredOf(server, personId)
  expect(fared.map(({ state, problem }) => `${state} ${problem}`).toSorted()).toEqual(['failed no_credit', 'sent null'])
  await doWhatIsDueAt(server, minutesLater(61))
  expect(await callLinesFor(server, personId)).toHaveLength(1)
})

test('what is in the inbox goes no further for who agreed to nothing, when it can wait', async () => {
  const { personId, openId } = await aFollower({ credits: 0 })
  await told(personId, { kind: 'replied' })
  expect(await faredOf(server, personId)).toEqual([])
  expect(sentTo(openId)).toEqual([])
})

test('what must not wait is called about when nobody has read it in time, once', async () => {
  const { personId } = await aFollower({ credits: 0 })
  await told(personId)
  await doWhatIsDueAt(server, minutesLater(59))
  expect(await callLinesFor(server, personId)).toEqual([])
  await doWhatIsDueAt(server, minutesLater(61))
  await doWhatIsDueAt(server, minutesLater(62))
  expect(await callLinesFor(server, personId)).toEqual([{ kind: 'slot_cancelled', details: { title: '午餐（示范）' } }])
})

test('whoever has read it is spared the call', async () => {
  const { personId } = await aFollower({ credits: 0 })
  await told(personId)
  const client = await server.signIn(personId)
  const [message] = (await client.call('listInbox', { query: {} })).items
  await client.call('markInboxMessageRead', { params: { messageId: message?.id ?? '' } })
  await doWhatIsDueAt(server, minutesLater(61))
  expect(await callLinesFor(server, personId)).toEqual([])
})

test('whoever got it on the phone is spared the call, but not about a child that waits', async () => {
  const { personId } = await aFollower({ credits: 2 })
  await notify(server, [aNotice(personId), aNotice(personId, { kind: 'child_not_picked_up', isConfidential: true })])
  await untilSent(server)
  await doWhatIsDueAt(server, minutesLater(61))
  expect(await callLinesFor(server, personId)).toMatchObject([{ kind: 'child_not_picked_up' }])
})

test('whoever cannot be called is shown to those who watch, until they have read it', async () => {
  const { personId } = await aFollower({ credits: 0, phone: null })
  await told(personId)
  await doWhatIsDueAt(server, minutesLater(61))
  const watcher = await server.signIn(await staffId())
  const stuck = async () => {
    const answer = await watcher.call('listDeliveries', { params: { communityId: COMMUNITY_ID }, query: {} })
    return answer.items.filter(({ state, isCalled }) => state === 'failed' && !isCalled).length
  }
  const before = await stuck()
  expect(before).toBeGreaterThan(0)
  const client = await server.signIn(personId)
  const [message] = (await client.call('listInbox', { query: {} })).items
  await client.call('markInboxMessageRead', { params: { messageId: message?.id ?? '' } })
  expect(await stuck()).toBe(before - 1)
})

const staffId = async (): Promise<string> => {
  const [row] = await server.sql<{ person_id: string }>(
    "select person_id from role_assignment where role = 'community_staff' and community_id = $1 limit 1",
    [COMMUNITY_ID],
  )
  return row?.person_id ?? ''
}

test('what certainly was not sent is tried again and arrives once', async () => {
  const { personId, openId } = await aFollower()
  wechat.fail({ path: SEND, kind: 'rate', times: 2 })
  await told(personId)
  expect(await faredOf(server, personId)).toMatchObject([{ state: 'waiting', problem: 'unavailable', attempts: 1 }])
  expect(await creditsOf(personId, 'booking')).toBe(1)
  await doWhatIsDueAt(server, minutesLater(2))
  await doWhatIsDueAt(server, minutesLater(10))
  expect(await faredOf(server, personId)).toMatchObject([{ state: 'sent', attempts: 3 }])
  expect(sentTo(openId)).toHaveLength(1)
})

test('after hours of trying it is news no more', async () => {
  const { personId, openId } = await aFollower()
  wechat.fail({ path: SEND, kind: 'rate' })
  await told(personId, { kind: 'replied' })
  for (let hour = 1; hour <= 11; hour += 1) await doWhatIsDueAt(server, minutesLater(hour * 60))
  expect(await faredOf(server, personId)).toMatchObject([{ state: 'failed', problem: 'unavailable', attempts: 11 }])
  expect(sentTo(openId)).toEqual([])
})

test.each(['reset_after_work', 'html_after_work'] as const)(
  'of what may have gone out nobody sends it again: %s',
  async (kind) => {
    const { personId, openId } = await aFollower()
    wechat.fail({ path: SEND, kind, times: 1 })
    await told(personId, { kind: 'replied' })
    for (const minutes of [5, 60, 600]) await doWhatIsDueAt(server, minutesLater(minutes))
    expect(await faredOf(server, personId)).toMatchObject([{ state: 'unclear', attempts: 1 }])
    expect(sentTo(openId)).toHaveLength(1)
    expect(await creditsOf(personId, 'progress')).toBe(0)
  },
)

test('what nobody knows of is called about when it must not wait', async () => {
  const { personId } = await aFollower()
  wechat.fail({ path: SEND, kind: 'reset_after_work', times: 1 })
  await told(personId)
  await doWhatIsDueAt(server, minutesLater(61))
  expect(await callLinesFor(server, personId)).toHaveLength(1)
})

test('who took back an agreement in WeChat is sent nothing and tried no more', async () => {
  const { personId, openId } = await aFollower({ credits: 0 })
  await server.sql('insert into subscribe_credit values ($1, $2, 3, false)', [personId, templateOf(server, 'booking')])
  await told(personId)
  expect(await faredOf(server, personId)).toMatchObject([{ state: 'failed', problem: 'no_credit', attempts: 1 }])
  expect(await creditsOf(personId, 'booking')).toBe(0)
  expect(sentTo(openId)).toEqual([])
})

test('an open id that WeChat knows no more is not used again', async () => {
  const { personId } = await aFollower({ credits: 2, isKnown: false })
  await told(personId)
  await told(personId)
  const fared = await faredOf(server, personId)
  expect(fared.map(({ problem, attempts }) => [problem, attempts])).toEqual([
    ['not_bound', 1],
    ['not_bound', 0],
  ])
})

test('what may wait for the morning waits, and what a night changes does not', async () => {
  const { personId, openId } = await aFollower({ credits: 2 })
  server.clock.set('2026-11-23T15:00:00.000Z')
  await notify(server, [aNotice(personId), aNotice(personId, { kind: 'child_pick_up_undone', isConfidential: true })])
  await untilSent(server)
  expect(sentTo(openId).map(({ data }) => data['phrase2'])).toEqual(['有新消息'])
  await doWhatIsDueAt(server, '2026-11-23T23:59:00.000Z')
  expect(sentTo(openId)).toHaveLength(1)
  await doWhatIsDueAt(server, '2026-11-24T00:00:00.000Z')
  expect(sentTo(openId).map(({ data }) => data['phrase2'])).toEqual(['有新消息', '取消了'])
})

test('what is read before it goes out does not go out, and uses up nothing', async () => {
  const { personId, openId } = await aFollower()
  server.clock.set('2026-11-23T15:00:00.000Z')
  await told(personId)
  const client = await server.signIn(personId)
  const [message] = (await client.call('listInbox', { query: {} })).items
  await client.call('markInboxMessageRead', { params: { messageId: message?.id ?? '' } })
  await doWhatIsDueAt(server, '2026-11-24T00:00:00.000Z')
  expect(sentTo(openId)).toEqual([])
  expect(await creditsOf(personId, 'booking')).toBe(1)
})

test('a refusal that only the operator can mend is logged, watched, and not tried again', async () => {
  const { personId } = await aFollower()
  wechat.ban(templateOf(server, 'visit'))
  await told(personId, { kind: 'proof_due', details: { name: '您', dueAt: START } })
  expect(await faredOf(server, personId)).toMatchObject([{ state: 'failed', problem: 'template_banned', attempts: 1 }])
  expect(server.logged()).toContain('WeChat refuses messages until somebody mends it')
  const metrics = await server.send('/metrics')
  expect(Number(/^deliveries_stuck (\d+)/m.exec(metrics.text)?.[1])).toBeGreaterThan(0)
})

const PLANTED = ['埋进去的话甲', '埋进去的话乙', '埋进去的话丙']

test('no message says what a person wrote or who they are, and each value fits its field', async () => {
  const [description, question, answer] = PLANTED
  const people = await signInRaosai(server)
  const { personId, openId } = await aFollower({ credits: 5 })
  const receipt = await report(await server.signIn(personId), { description: `${description}。` })
  await make(people.worker, receipt, 'claim')
  await make(people.worker, receipt, 'ask_resident', { note: `${question}？` })
  await make(people.worker, receipt, 'resolve', { note: `${answer}。` })
  await untilDelivered(server)
  await untilSent(server)
  expect(sentTo(openId).map(({ data }) => data['phrase2'])).toEqual(expect.arrayContaining(['有事要问', '说办好了']))
  for (const { data, page } of wechat.sent()) {
    const said = JSON.stringify([data, page])
    expect([...PLANTED, '示范关注的人'].filter((word) => said.includes(word))).toEqual([])
    for (const [field, value] of Object.entries(data)) {
      const type = typeOfField(field)
      expect(type && fieldValue(type, value)).toBe(value)
    }
  }
})

import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Receipt } from '../../test/factories.ts'
import { aWord, decide, heldOf, issueAt, RAOSAI, REFUSE, reportPublicly, SHOW } from '../../test/moderation.ts'
import { OPEN_ID, startWechatWorld, type WechatWorld } from '../../test/wechat-world.ts'
import { keepQuestion, keepVerdict } from './media-check.repository.ts'

const PAGES_URL = 'https://shequ.example'
let world: WechatWorld

beforeAll(async () => {
  world = await startWechatWorld({ PAGES_URL })
})
afterAll(() => world.stop())
afterEach(() => {
  world.wechat.heal()
  world.hears(true)
  world.wechat.visit(OPEN_ID)
})

const photosSeen = async (receipt: Receipt) => {
  const { attachments, thumbnailUrl } = await world.people.neighbour.call('getIssue', issueAt(receipt))
  const { items } = await world.people.neighbour.call('listPublicIssues', { params: RAOSAI, query: { limit: 50 } })
  const listed = items.find(({ id }) => id === receipt.id)
  // The list, the page and the small picture say the same.
  expect(thumbnailUrl === null).toBe(attachments.photos.length === 0)
  expect(listed?.thumbnailUrl).toBe(thumbnailUrl)
  return attachments.photos.length
}
const sees = (receipt: Receipt, count: number) =>
  vi.waitFor(async () => expect(await photosSeen(receipt)).toBe(count), { timeout: 10_000, interval: 100 })
const waits = (receipt: Receipt, why: string) =>
  vi.waitFor(async () => expect(await heldOf(world.people.staff, receipt)).toMatchObject([{ why }]), {
    timeout: 10_000,
    interval: 100,
  })
/** Every event that was told of is worked through. */
const settled = async () => {
  await world.wechat.settled()
  await vi.waitFor(async () => {
    expect(await world.server.sql('select 1 from wechat_push where done_at is null')).toEqual([])
  })
}

/** A public report with one photo that WeChat was asked about and whose answer is still to come. */
const reportAsked = async () => {
  world.hears(false)
  const receipt = await reportPublicly(world.people.resident, aWord(), 1)
  const asked = await askedAbout(receipt, 1)
  await isSubmitted(receipt)
  world.hears(true)
  return { receipt, ...asked }
}

/** What WeChat was asked about the photo of a report for that time. */
const askedAbout = async (receipt: Receipt, time: number) => {
  const { attachments } = await world.people.resident.call('getIssue', issueAt(receipt))
  const id = attachments.photos[0]?.id ?? ''
  return vi.waitFor(
    () => {
      const asked = world.wechat.mediaAsked().filter(({ url }) => url.includes(id))[time - 1]
      if (!asked) throw new Error('WeChat has not been asked yet')
      return asked
    },
    { timeout: 10_000, interval: 50 },
  )
}
const isSubmitted = (receipt: Receipt) =>
  vi.waitFor(async () => {
    const rows = await world.server.sql('select submissions from held_content where subject_id = $1', [receipt.id])
    expect(rows).toEqual([{ submissions: 1 }])
  })

const answer = (traceId: string, result: { suggest: string; label: number } | null, errcode = 0) => ({
  ToUserName: 'gh_9df7d78a1234',
  FromUserName: 'o4_t144jTUSEoxydysUA2E234_tc',
  CreateTime: Math.floor(world.server.clock.now().getTime() / 1000),
  MsgType: 'event',
  Event: 'wxa_media_check',
  appid: world.wechat.account.appId,
  trace_id: traceId,
  version: 2,
  errcode,
  ...(result && { result }),
})
const PASS = { suggest: 'pass', label: 100 }
const RISKY = { suggest: 'risky', label: 20_002 }
const REVIEW = { suggest: 'review', label: 20_002 }

test('neighbours read the words at once, and see the photo when WeChat has let it pass', async () => {
  const { receipt, traceId } = await reportAsked()
  expect(await photosSeen(receipt)).toBe(0)
  expect(await world.people.resident.call('getIssue', issueAt(receipt))).toMatchObject({
    publicState: 'shown',
    waitingPhotos: 1,
    attachments: { photos: [{}] },
  })
  await world.wechat.push(answer(traceId, PASS))
  await sees(receipt, 1)
  expect(await world.people.resident.call('getIssue', issueAt(receipt))).toMatchObject({ waitingPhotos: 0 })
  expect(await heldOf(world.people.staff, receipt, 'decided')).toEqual([])
})

test('an answer that comes as fast as it can is not lost, however many there are', async () => {
  const receipt = await reportPublicly(world.people.resident, aWord(), 5)
  await sees(receipt, 5)
  expect(await heldOf(world.people.staff, receipt)).toEqual([])
})

test('whichever of question and answer is written second finds the other, and only the first answer counts', async () => {
  const { receipt } = await reportAsked()
  const [held] = await world.server.sql<{ id: string }>('select id from held_content where subject_id = $1', [
    receipt.id,
  ])
  const address = { communityId: 'raosai', id: held?.id ?? '' }
  const { db, clock } = world.server.app.context
  const now = clock.now()
  expect(await keepVerdict(db, 'answered-first', 'risky', now)).toBeNull()
  expect(await keepQuestion(db, 'answered-first', address, now)).toBe('risky')
  expect(await keepQuestion(db, 'asked-first', address, now)).toBeNull()
  expect(await keepVerdict(db, 'asked-first', 'pass', now)).toEqual(address)
  expect(await keepVerdict(db, 'asked-first', 'risky', now)).toBeNull()
})

test('the address that WeChat was given opens the photo without signing in, and no other address does', async () => {
  const { receipt, url } = await reportAsked()
  expect(url).toMatch(new RegExp(`^${PAGES_URL}/api/files/`))
  const path = url.slice(PAGES_URL.length)
  const fetched = await fetch(world.server.url + path)
  expect([fetched.status, fetched.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  for (const other of [
    path.replace('&purpose=check', ''),
    path.replace('/full', '/thumbnail'),
    path.replace(/expires=\d+/, 'expires=1900000000'),
  ]) {
    expect((await fetch(world.server.url + other)).status).toBe(404)
  }
  // WeChat has half an hour, and some time to spare.
  world.server.clock.advance({ hours: 39 / 60 })
  expect((await fetch(world.server.url + path)).status).toBe(200)
  world.server.clock.advance({ hours: 10 / 60 })
  expect((await fetch(world.server.url + path)).status).toBe(410)
  expect(await photosSeen(receipt)).toBe(0)
})

test('once it was refused, an address that a neighbour was given before opens no more', async () => {
  const { receipt, traceId } = await reportAsked()
  await world.wechat.push(answer(traceId, RISKY))
  await waits(receipt, 'risky_picture')
  const [held] = await heldOf(world.people.staff, receipt)
  if (!held) throw new Error('it waits')
  expect((await decide(world.people.staff, held, SHOW)).status).toBe(200)
  const { attachments } = await world.people.neighbour.call('getIssue', issueAt(receipt))
  const url = world.server.url + (attachments.photos[0]?.url ?? '')
  expect((await fetch(url)).status).toBe(200)
  const [decided] = await heldOf(world.people.staff, receipt, 'decided')
  if (!decided) throw new Error('it was decided')
  await decide(world.people.staff, decided, { ...REFUSE, reason: 'private_picture' })
  expect((await fetch(url)).status).toBe(404)
  expect(await photosSeen(receipt)).toBe(0)
  expect(await world.people.resident.call('getIssue', issueAt(receipt))).toMatchObject({
    publicState: 'shown',
    waitingPhotos: 0,
    refusedPhotos: 1,
    refusalReason: expect.stringContaining('认得出人或车牌'),
  })
})

test('staff see the photo that they decide about', async () => {
  const { receipt, traceId } = await reportAsked()
  await world.wechat.push(answer(traceId, REVIEW))
  await waits(receipt, 'unsure')
  const [held] = await heldOf(world.people.staff, receipt)
  expect(held).toMatchObject({ kind: 'issue_photo', words: null })
  const headers = { Authorization: `Bearer ${world.people.staff.token}` }
  expect((await fetch(world.server.url + (held?.photo?.url ?? ''), { headers })).status).toBe(200)
  expect((await fetch(world.server.url + (held?.photo?.url ?? ''))).status).toBe(404)
})

test('an answer that comes twice counts once, and one that comes after it changes nothing', async () => {
  const { receipt, traceId } = await reportAsked()
  await world.wechat.push(answer(traceId, RISKY), { duplicate: 2 })
  await waits(receipt, 'risky_picture')
  await world.wechat.push({ ...answer(traceId, PASS), CreateTime: 1_795_399_999 })
  await settled()
  expect(await photosSeen(receipt)).toBe(0)
})

test('an answer that is forged, for another mini-program or about nothing shows nothing', async () => {
  const { receipt, traceId } = await reportAsked()
  for (const how of [{ forged: true }, { wrongAppId: true }, { plain: true }]) {
    const [answered] = await world.wechat.push(answer(traceId, PASS), how)
    expect(answered?.text).not.toBe('success')
  }
  await world.wechat.push(answer('60f96f1d-00000000-00000000', PASS))
  await settled()
  expect(await photosSeen(receipt)).toBe(0)
  await world.wechat.push(answer(traceId, PASS))
  await sees(receipt, 1)
})

test('a photo that WeChat could not fetch is handed over once more, and then a person looks', async () => {
  const { receipt, traceId } = await reportAsked()
  const before = world.wechat.mediaAsked().length
  world.wechat.nextMedia({ isDownloadFailed: true })
  await world.wechat.push(answer(traceId, null, -1008), { duplicate: 1 })
  const again = await askedAbout(receipt, 2)
  expect(again.traceId).not.toBe(traceId)
  await waits(receipt, 'unanswered')
  await settled()
  expect(world.wechat.mediaAsked()).toHaveLength(before + 1)
})

test('the second time it may well pass', async () => {
  const { receipt, traceId } = await reportAsked()
  await world.wechat.push(answer(traceId, null, -1008))
  await sees(receipt, 1)
  expect(await heldOf(world.people.staff, receipt)).toEqual([])
})

test('after thirty-five minutes without an answer a person looks, and what comes later changes nothing', async () => {
  const { receipt, traceId } = await reportAsked()
  world.server.clock.advance({ hours: 34 / 60 })
  await world.server.app.doWhatIsDue()
  expect(await heldOf(world.people.staff, receipt)).toEqual([])
  world.server.clock.advance({ hours: 1 / 60 })
  await world.server.app.doWhatIsDue()
  expect(await heldOf(world.people.staff, receipt)).toMatchObject([{ why: 'unanswered' }])
  await world.wechat.push(answer(traceId, PASS))
  await settled()
  expect(await photosSeen(receipt)).toBe(0)
})

test('while WeChat is away the report is there, and its photo waits for a person', async () => {
  world.wechat.fail({ kind: 'busy', path: '/wxa/media_check_async' })
  const receipt = await reportPublicly(world.people.resident, aWord(), 1)
  expect(await photosSeen(receipt)).toBe(0)
  world.server.clock.advance({ hours: 36 / 60 })
  await world.server.app.doWhatIsDue()
  await waits(receipt, 'unanswered')
})

test('a photo that its reporter hides needs no decision any more', async () => {
  const { receipt, traceId } = await reportAsked()
  await world.wechat.push(answer(traceId, RISKY))
  await waits(receipt, 'risky_picture')
  const { resident, staff } = world.people
  const { attachments, description } = await resident.call('getIssue', issueAt(receipt))
  const hiddenFileIds = attachments.photos.map(({ id }) => id)
  await resident.call('redactIssue', { ...issueAt(receipt), body: { description, hiddenFileIds } })
  expect(await heldOf(staff, receipt)).toEqual([])
})

test('what was asked and answered is forgotten after two days', async () => {
  await settled()
  world.server.clock.advance({ days: 3 })
  await world.server.app.forgetWhatHasExpired()
  expect(await world.server.sql('select 1 from media_check')).toEqual([])
})

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { STAND_IN, startWechatServer, type WechatServer } from '../../bff/test/wechat-server/wechat-server'
import { homeText } from '../src/home/home.text'
import { reportText } from '../src/issues/report/report.text'
import { wechatText } from '../src/notifications/wechat.text'
import { accountText } from '../src/people/account.text'
import { peopleText } from '../src/people/people.text'
import { signInText } from '../src/people/sign-in.text'
import { BUILT, BUILT_API } from './built'
import { type MiniProgram, startMiniProgram } from './host/mini-program'
import { createPerson } from './host/person'
import { unnamed } from './host/screen'
import { type RealServer, startRealServer } from './host/server'
import { isRecord } from './host/values'
import type { WechatOwner } from './host/wx-people'

const COMMUNITY = '慈松塘社区'
const WORDS = '门口路灯三天不亮'
const RECEIPT = /[A-Z]{2}-\d{8}-\d{4}/

let wechat: WechatServer
let server: RealServer
const phones: MiniProgram[] = []

beforeAll(async () => {
  wechat = await startWechatServer()
  server = await startRealServer({
    WECHAT_APP_ID: STAND_IN.appId,
    WECHAT_APP_SECRET: STAND_IN.secret,
    WECHAT_API_URL: wechat.url,
  })
})

afterAll(async () => {
  await server.stop()
  await wechat.stop()
})

afterEach(() => {
  for (const phone of phones.splice(0)) phone.stop()
})

/** Somebody with a WeChat account of their own, and a number that they give or do not give. */
const ownerOf = (openId: string, { phone, agrees = true }: { phone?: string; agrees?: boolean } = {}): WechatOwner => ({
  newCode: () => wechat.newCode(openId),
  newPhoneCode: () => phone && wechat.newPhoneCode(openId, phone),
  answerTo: (templateId) => {
    if (agrees) wechat.accept(openId, templateId)
    return agrees ? 'accept' : 'reject'
  },
})

/** A phone in the hands of its owner: a new one, or the same one opened again. */
const takePhone = async (owner: WechatOwner | undefined, storage = new Map<string, string>()) => {
  const phone = startMiniProgram({ root: BUILT, servers: { [BUILT_API]: server.url }, storage, owner })
  phones.push(phone)
  const person = createPerson(phone)
  await person.open()
  return { phone, person, storage }
}
type Taken = Awaited<ReturnType<typeof takePhone>>

const expectNoTrouble = ({ phone }: Taken) => {
  expect(unnamed(phone.render())).toEqual([])
  expect(phone.troubles).toEqual([])
  expect([...phone.undefinedApis]).toEqual([])
}

const signInsOf = ({ phone }: Taken) =>
  phone.exchanges.filter(({ path }) => path === '/api/sign-in/wechat').map(({ status }) => status)

const boundBy = ({ phone }: Taken) =>
  phone.exchanges.filter(({ path }) => path === '/api/my/account/phone').map(({ status }) => status)

const reportsOf = ({ phone }: Taken) =>
  phone.exchanges
    .filter(({ method, path, status }) => method === 'POST' && path.endsWith('/issues') && status !== 401)
    .map(({ status }) => status)

/** The phone's storage with a session that the server has forgotten and whose time is past. */
const ageSession = (storage: Map<string, string>): Map<string, string> => {
  const unpacked = (text: string): unknown => JSON.parse(text)
  const kept = unpacked(String(unpacked(String(unpacked(storage.get('session') ?? '""')))))
  if (!isRecord(kept) || !isRecord(kept.state)) throw new Error('there is no session on the phone')
  const session = {
    ...kept,
    state: { ...kept.state, token: 'a-token-of-last-month', expiresAt: '2026-01-01T00:00:00Z' },
  }
  return new Map(storage).set('session', JSON.stringify(JSON.stringify(JSON.stringify(session))))
}

/** The one step of whoever comes for the first time. */
const openAccount = async (taken: Taken) => {
  const { person } = taken
  await person.tap(homeText.signIn.zh)
  await person.tap(signInText.withWechat.zh)
  await person.sees(signInText.newTitle.zh)
  expectNoTrouble(taken)
  await person.tap(signInText.chooseCommunity.zh)
  await person.tap(COMMUNITY)
  await person.tap('关闭')
  await person.tap(signInText.agree.zh)
  await person.tap(signInText.open.zh)
  await person.sees(peopleText.me.zh)
}

const openAccountPage = async ({ person }: Taken) => {
  await person.tap(peopleText.me.zh)
  await person.tap(accountText.account.zh)
  await person.sees(accountText.devices.zh)
}

test('a guest looks around, opens an account with one tap of WeChat, and is known on their next phone', async () => {
  const owner = ownerOf('openid-of-somebody-new')
  const first = await takePhone(owner)
  await first.person.sees(homeText.signIn.zh)
  expect(signInsOf(first)).toEqual([404])
  await openAccount(first)
  expect(signInsOf(first)).toEqual([404, 404, 201])
  expectNoTrouble(first)

  const again = await takePhone(owner, first.storage)
  await again.person.sees(peopleText.me.zh)
  expect(again.phone.logins()).toBe(0)

  const next = await takePhone(owner)
  await next.person.sees(peopleText.me.zh)
  expect(signInsOf(next)).toEqual([201])
  expectNoTrouble(next)
})

test('whoever does not agree stays a guest, and nothing is kept from them but what needs an account', async () => {
  const taken = await takePhone(ownerOf('openid-of-a-guest'))
  await taken.person.tap(homeText.signIn.zh)
  await taken.person.tap(signInText.withWechat.zh)
  await taken.person.tap(signInText.refuse.zh)
  await taken.person.sees(homeText.signIn.zh)
  expect(signInsOf(taken)).toEqual([404, 404])
  expectNoTrouble(taken)
})

test('without WeChat’s servers the app opens all the same', async () => {
  const taken = await takePhone(undefined)
  await taken.person.sees(homeText.signIn.zh)
  expect(signInsOf(taken)).toEqual([])
  expectNoTrouble(taken)
})

test('WeChat’s own button binds a number; whoever does not give it can go on without', async () => {
  const giving = await takePhone(ownerOf('openid-with-number', { phone: '13900000001' }))
  await openAccount(giving)
  await openAccountPage(giving)
  await giving.person.tap(accountText.bindPhone.zh)
  await giving.person.sees(accountText.withWechatPhoneHint.zh)
  expectNoTrouble(giving)
  await giving.person.tap(accountText.withWechatPhone.zh)
  await giving.person.sees(/139\*+/)
  expect(boundBy(giving)).toEqual([200])
  expectNoTrouble(giving)

  const keeping = await takePhone(ownerOf('openid-without-number'))
  await openAccount(keeping)
  await openAccountPage(keeping)
  await keeping.person.tap(accountText.bindPhone.zh)
  await keeping.person.tap(accountText.withWechatPhone.zh)
  await keeping.person.sees(accountText.wechatPhoneRefused.zh)
  await keeping.person.goBack()
  await keeping.person.sees(accountText.noPhone.zh)
  expect(boundBy(keeping)).toEqual([])
  expectNoTrouble(keeping)
})

const report = async ({ person }: Taken) => {
  await person.tap(homeText.report.zh)
  await person.tap('灯不亮')
  await person.tap(reportText.next.zh)
  await person.type(reportText.words.zh, WORDS)
  await person.tap('一号院')
  await person.tap(reportText.next.zh)
  await person.tap(reportText.send.zh)
  await person.sees(RECEIPT)
}

test('in the tap that sends a report WeChat is asked once, and the page of the item says how many messages are left', async () => {
  const taken = await takePhone(ownerOf('openid-that-agrees'))
  await openAccount(taken)
  await report(taken)
  expect(taken.phone.panels).toEqual([[expect.stringContaining('progress')]])
  await taken.person.goBack()
  await taken.person.tap('灯不亮')
  await taken.person.sees('还能收到1条')
  await taken.person.tap(wechatText.keepTelling.zh)
  await taken.person.sees('还能收到2条')
  expectNoTrouble(taken)
})

test('a no is heard once: nothing asks again but the button for it', async () => {
  const taken = await takePhone(ownerOf('openid-that-refuses', { agrees: false }))
  await openAccount(taken)
  await report(taken)
  await taken.person.goBack()
  await report(taken)
  expect(taken.phone.panels).toHaveLength(1)
  await taken.person.goBack()
  await taken.person.tap('灯不亮')
  await taken.person.sees('您说过不要')
  await taken.person.tap(wechatText.keepTelling.zh)
  expect(taken.phone.panels).toHaveLength(2)
  expectNoTrouble(taken)
})

test('a session that has run out goes on by itself, and what they were doing is done', async () => {
  const taken = await takePhone(ownerOf('openid-that-stays-long'))
  await openAccount(taken)
  // A token that the server does not know, with a time that is past: as the phone finds it after a month.
  const aged = ageSession(taken.storage)
  taken.phone.stop()
  const later = await takePhone(ownerOf('openid-that-stays-long'), aged)
  await later.person.sees(peopleText.me.zh)
  await report(later)
  expect(later.phone.logins()).toBe(1)
  expect(reportsOf(later)).toEqual([201])
  expectNoTrouble(later)
})

test('a device that was signed out from another one stays out, until they sign in there themselves', async () => {
  const owner = ownerOf('openid-with-two-phones')
  const first = await takePhone(owner)
  await openAccount(first)
  const second = await takePhone(owner)
  await second.person.sees(peopleText.me.zh)
  await openAccountPage(second)
  await second.person.tap(accountText.endOthers.zh)
  await second.person.tap(accountText.endOthers.zh)
  await second.person.sees(accountText.ended.zh)

  const before = first.phone.logins()
  await first.person.tap(homeText.myItems.zh)
  await first.person.goBack()
  await first.person.sees(homeText.signIn.zh)
  expect(first.phone.logins()).toBe(before)
  await first.person.tap(homeText.signIn.zh)
  await first.person.tap(signInText.withWechat.zh)
  await first.person.sees(peopleText.me.zh)
  expectNoTrouble(first)
})

test('whoever signs out stays out, also when the app is opened again', async () => {
  const owner = ownerOf('openid-that-leaves')
  const taken = await takePhone(owner)
  await openAccount(taken)
  await openAccountPage(taken)
  await taken.person.tap(peopleText.signOut.zh)
  await taken.person.tap(peopleText.signOut.zh)
  await taken.person.sees(homeText.signIn.zh)
  const again = await takePhone(owner, taken.storage)
  await again.person.sees(homeText.signIn.zh)
  expect(again.phone.logins()).toBe(0)
  expectNoTrouble(again)
})

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { homeText } from '../src/home/home.text'
import { issueText } from '../src/issues/issue.text'
import { reportText } from '../src/issues/report/report.text'
import { moveText } from '../src/work-queue/move.text'
import { moveFieldText } from '../src/work-queue/move-field.text'
import { BUILT, BUILT_API } from './built'
import { type MiniProgram, startMiniProgram } from './host/mini-program'
import { createPerson, type Person } from './host/person'
import { elementsOf, unnamed } from './host/screen'
import { type RealServer, startRealServer } from './host/server'

const WORDS = '门口路灯三天不亮'
const RECEIPT = /[A-Z]{2}-\d{8}-\d{4}/

let server: RealServer
const phones: MiniProgram[] = []

beforeAll(async () => {
  server = await startRealServer()
})

afterAll(() => server.stop())

afterEach(() => {
  for (const phone of phones.splice(0)) phone.stop()
})

const takePhone = (storage = new Map<string, string>()) => {
  const phone = startMiniProgram({ root: BUILT, servers: { [BUILT_API]: server.url }, storage })
  phones.push(phone)
  return { phone, person: createPerson(phone), storage }
}

/** Nothing was refused, nothing failed, and whatever is on the page now has a role and a name. */
const expectNoTrouble = (phone: MiniProgram) => {
  expect(unnamed(phone.render())).toEqual([])
  expect(phone.troubles).toEqual([])
  expect([...phone.undefinedApis]).toEqual([])
}

const RESIDENT = '慈松塘社区居民（示范一）'
const WORKER = '慈松塘社区第一网格网格员（示范）'
const ANSWER = '路灯修好了，晚上会亮'
const COURTYARD = '一号院'

/** Fills in the three steps and stops before sending. */
const writeReport = async ({ person, phone }: { person: Person; phone: MiniProgram }) => {
  await person.tap(homeText.report.zh)
  await person.tap('灯不亮')
  expect(unnamed(phone.render())).toEqual([])
  await person.tap(reportText.next.zh)
  await person.type(reportText.words.zh, WORDS)
  expect(unnamed(phone.render())).toEqual([])
  await person.tap(COURTYARD)
  await person.tap(reportText.next.zh)
  await person.sees(WORDS)
}

const signIn = async ({ person }: { person: Person }, name: string) => {
  await person.tap(homeText.signIn.zh)
  await person.tap(name)
  await person.sees(name)
}

test('an item goes from a resident’s phone to the grid worker and back to the rating', async () => {
  const resident = takePhone()
  await resident.person.open()
  await writeReport(resident)
  await resident.person.tap(reportText.signInToSend.zh)
  await resident.person.tap(RESIDENT)
  await resident.person.tap(reportText.send.zh)
  const [receipt = ''] = RECEIPT.exec(await resident.person.sees(RECEIPT)) ?? []
  await resident.person.tap(reportText.openItem.zh)
  await resident.person.sees(WORDS)
  await resident.person.sees(receipt)

  const worker = takePhone()
  await worker.person.open()
  await signIn(worker, WORKER)
  await worker.person.tap(homeText.staffDesk.zh)
  await worker.person.sees(receipt)
  await worker.person.tap('灯不亮')
  await worker.person.sees(WORDS)
  await worker.person.tap(moveText.claim.zh)
  await worker.person.tap(moveText.resolve.zh)
  expectNoTrouble(worker.phone)
  await worker.person.type(moveFieldText.noteResolve.zh, ANSWER)
  await worker.person.tap(moveText.resolveSend.zh)

  await worker.person.sees(ANSWER)

  await resident.person.goBack()
  await resident.person.tap(homeText.myItems.zh)
  await resident.person.tap('灯不亮')
  await resident.person.sees(ANSWER)
  expectNoTrouble(resident.phone)
  await resident.person.tap(issueText.rate.zh)
  await resident.person.tap(issueText.solved.zh)
  await resident.person.tap(`5星，${issueText.star5.zh}`)
  await resident.person.tap(issueText.sendRating.zh)
  await resident.person.sees(issueText.rated.zh)

  expect(resident.phone.exchanges.filter(({ method }) => method === 'POST').map(({ status }) => status)).toEqual([
    201, 201, 201,
  ])
  expectNoTrouble(resident.phone)
  expectNoTrouble(worker.phone)
})

test('what could not be sent stays on the phone over a restart, and is sent once', async () => {
  const first = takePhone()
  await first.person.open()
  await signIn(first, RESIDENT)
  await writeReport(first)
  first.phone.setOnline(false)
  await first.person.tap(reportText.send.zh)
  await first.person.sees(reportText.kept.zh)
  first.phone.stop()

  const second = takePhone(first.storage)
  await second.person.open()
  await second.person.tap(homeText.report.zh)
  await second.person.sees(reportText.restored.zh)
  await second.person.sees(WORDS)
  await second.person.tap(reportText.send.zh)
  await second.person.sees(RECEIPT)
  const posts = [...first.phone.exchanges, ...second.phone.exchanges].filter(({ path }) => path.endsWith('/issues'))
  expect(posts.map(({ method, status }) => `${method} ${status}`)).toEqual(['POST 201'])
  expectNoTrouble(first.phone)
})

test('where WeChat’s letters are already large, 长辈版 is on from the start', async () => {
  const phone = startMiniProgram({ root: BUILT, servers: { [BUILT_API]: server.url }, fontSizeScaleFactor: 1.4 })
  phones.push(phone)
  const person = createPerson(phone)
  await person.open()
  expect(elementsOf(phone.render()).some(({ attributes }) => String(attributes['class']).includes('lb-elder'))).toBe(
    true,
  )
  expectNoTrouble(phone)
})

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { noisyPhoto } from '../e2e/support/noisy-photo'
import { fileText } from '../src/files/file.text'
import { homeText } from '../src/home/home.text'
import { issueText } from '../src/issues/issue.text'
import { reportText } from '../src/issues/report/report.text'
import { snapText } from '../src/issues/report/snap.text'
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

interface Memory {
  storage: Map<string, string>
  files: Map<string, Buffer>
}

/** A new phone, or the same one opened again. */
const takePhone = ({ storage, files }: Memory = { storage: new Map(), files: new Map() }) => {
  const phone = startMiniProgram({ root: BUILT, servers: { [BUILT_API]: server.url }, storage, files })
  phones.push(phone)
  return { phone, person: createPerson(phone), storage, files }
}

/** Every report that reached the server, answered or not. */
const reportsOf = (...taken: { phone: MiniProgram }[]): string[] =>
  taken
    .flatMap(({ phone }) => phone.exchanges)
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/issues'))
    .map(({ method, status }) => `${method} ${status}`)

/** Three seconds of silence as MP3: MPEG-1 layer III, 32 kbit/s, 32 kHz, one channel; a frame is 36 ms long. */
const speech = () => {
  const frame = Buffer.alloc(144)
  frame.set([0xff, 0xfb, 0x18, 0xc4])
  return Buffer.concat(Array.from({ length: 84 }, () => frame))
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

test('what could not be sent stays on the phone over a restart, and sends itself once', async () => {
  const first = takePhone()
  await first.person.open()
  await signIn(first, RESIDENT)
  await writeReport(first)
  first.phone.setOnline(false)
  await first.person.tap(reportText.send.zh)
  await first.person.sees(reportText.kept.zh)
  expectNoTrouble(first.phone)
  first.phone.stop()

  const second = takePhone(first)
  await second.person.open()
  await second.person.tap('灯不亮')
  await second.person.sees(RECEIPT)
  expect(reportsOf(first, second)).toEqual(['POST 201'])
  expectNoTrouble(second.phone)
})

test('a photo and a voice note go on where the network was lost, after a restart, with their report', async () => {
  const first = takePhone()
  first.phone.pictures.push(noisyPhoto(600, 450))
  first.phone.speaker.speech = speech()
  await first.person.open()
  await signIn(first, RESIDENT)
  await writeReport(first)
  await first.person.tap(reportText.previous.zh)
  await first.person.tap(fileText.choosePhoto.zh)
  await first.person.tap(fileText.startVoice.zh)
  await first.person.tap(fileText.stopVoice.zh)
  await first.person.sees('录好了，3秒')
  expectNoTrouble(first.phone)
  await first.person.tap(reportText.next.zh)
  first.phone.loseNetworkBefore(/chunks\/262144$/)
  await first.person.tap(reportText.send.zh)
  await first.person.sees(reportText.kept.zh)
  expectNoTrouble(first.phone)
  first.phone.stop()

  const second = takePhone(first)
  await second.person.open()
  await second.person.tap('灯不亮')
  await second.person.sees(RECEIPT)
  expect(second.phone.exchanges.find(({ method }) => method === 'PUT')?.path).toMatch(/chunks\/262144$/)
  expect(reportsOf(first, second)).toEqual(['POST 201'])
  expect(second.files.size).toBe(0)
  expectNoTrouble(second.phone)
})

test('who does not let the phone listen is told what to do, and writes instead', async () => {
  const { phone, person } = takePhone()
  phone.speaker.isAllowed = false
  await person.open()
  await person.tap(homeText.snap.zh)
  await person.tap(fileText.startVoice.zh)
  await person.sees(fileText.voiceRefused.zh)
  await person.type(snapText.words.zh, WORDS)
  expect(await person.sees(WORDS)).toContain(fileText.voiceRefused.zh)
  expectNoTrouble(phone)
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

import { CONSENT_RULES } from '@little-bench/shared/privacy/consents'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { noisyPhoto } from '../e2e/support/noisy-photo'
import { fileText } from '../src/files/file.text'
import { homeText } from '../src/home/home.text'
import { reportText } from '../src/issues/report/report.text'
import { snapText } from '../src/issues/report/snap.text'
import { policyText } from '../src/privacy/policy.text'
import { privacyText } from '../src/ui/privacy.text'
import { BUILT, BUILT_API } from './built'
import { type MiniProgram, startMiniProgram } from './host/mini-program'
import { createPerson } from './host/person'
import { elementsOf, unnamed } from './host/screen'
import { type RealServer, startRealServer } from './host/server'

const WORDS = '门口路灯三天不亮'
const RESIDENT = '慈松塘社区居民（示范一）'
const COURTYARD = '一号院'

let server: RealServer
const phones: MiniProgram[] = []

beforeAll(async () => {
  server = await startRealServer()
})
afterAll(() => server.stop())
afterEach(() => {
  for (const phone of phones.splice(0)) phone.stop()
})

/** The phone of somebody who has never agreed to WeChat's guide. */
const takePhone = () => {
  const phone = startMiniProgram({ root: BUILT, servers: { [BUILT_API]: server.url } })
  phones.push(phone)
  phone.privacy.state.isAgreed = false
  return { phone, person: createPerson(phone) }
}

/** On the page where one may speak and add photos: the camera is asked for at once. */
const beginToSpeak = async () => {
  const { phone, person } = takePhone()
  await person.open()
  await person.tap(homeText.snap.zh)
  await person.sees(privacyText.title.zh)
  return { phone, person }
}

const expectNoTrouble = (phone: MiniProgram) => {
  expect(unnamed(phone.render())).toEqual([])
  expect(phone.troubles).toEqual([])
  expect([...phone.undefinedApis]).toEqual([])
}
const popups = (phone: MiniProgram) =>
  elementsOf(phone.render()).filter(({ attributes }) => attributes['ariaLabel'] === privacyText.title.zh)

test('the question is registered once, however many pages are open', async () => {
  const { phone, person } = await beginToSpeak()
  expect(phone.privacy.registrations()).toBe(1)
  expect(popups(phone)).toHaveLength(1)
  expect(phone.privacy.agreeButtons()).toEqual(['agree-btn'])
  await person.tap(privacyText.refuse.zh)
  expect(phone.privacy.registrations()).toBe(1)
})

test('after a yes the photo is taken, and nothing is asked again', async () => {
  const { phone, person } = await beginToSpeak()
  phone.pictures.push(noisyPhoto(60, 45))
  await person.sees(/写几句话就行/)
  await person.tap(privacyText.agree.zh)
  await person.sees(fileText.photosHint.zh.replace('{count}', '9').replace('{left}', '8'))
  expect(phone.privacy.told).toEqual(['chooseMedia exposureAuthorization', 'chooseMedia agree'])
  await person.tap(fileText.startVoice.zh)
  expect(popups(phone)).toEqual([])
  expectNoTrouble(phone)
})

test('after a no the page says what else one can do, and words are enough', async () => {
  const { phone, person } = await beginToSpeak()
  await person.tap(privacyText.refuse.zh)
  await person.sees(fileText.photosRefused.zh)
  // Within ten seconds WeChat refuses without a question: the voice fails as softly.
  await person.tap(fileText.startVoice.zh)
  await person.sees(fileText.voiceRefused.zh)
  expect(popups(phone)).toEqual([])
  await person.type(snapText.words.zh, WORDS)
  expect(await person.sees(WORDS)).toContain(fileText.voiceRefused.zh)
  expectNoTrouble(phone)
})

test('one may read WeChat’s guide and the policy first; the question waits', async () => {
  const { phone, person } = await beginToSpeak()
  await person.tap('看《小板凳隐私保护指引》')
  expect(phone.privacy.state.isGuideOpen).toBe(true)
  await person.tap(privacyText.seePolicy.zh)
  await person.sees(policyText.howLong.zh)
  expect(phone.pagePath()).toBe('privacy/pages/policy/index')
  expect(popups(phone)).toEqual([])
  expect(phone.privacy.told).toEqual(['chooseMedia exposureAuthorization'])
  await person.goBack()
  await person.sees(privacyText.title.zh)
  await person.tap(privacyText.agree.zh)
  expect(phone.privacy.told.at(-1)).toBe('chooseMedia agree')
  expectNoTrouble(phone)
})

test('whoever leaves the page has said no: nothing waits for ever', async () => {
  const { phone, person } = await beginToSpeak()
  await person.goBack()
  expect(phone.privacy.told.at(-1)).toBe('chooseMedia disagree')
  expect(phone.privacy.state.isAgreed).toBe(false)
  expectNoTrouble(phone)
})

test('the position has a consent of its own beside WeChat’s question; without either the courtyard is chosen', async () => {
  const { phone, person } = takePhone()
  await person.open()
  await person.tap(homeText.signIn.zh)
  await person.tap(RESIDENT)
  await person.tap(homeText.report.zh)
  await person.tap('灯不亮')
  await person.tap(reportText.next.zh)
  await person.tap(reportText.useMap.zh)
  await person.tap(CONSENT_RULES.position.words.zh)
  await person.tap(reportText.mapConfirm.zh)
  await person.sees(privacyText.positionElse.zh)
  await person.tap(privacyText.refuse.zh)
  await person.sees(reportText.mapFailed.zh)
  await person.tap(COURTYARD)
  await person.sees(reportText.chosenPlace.zh)
  expectNoTrouble(phone)

  // Another day: what was agreed to is not asked again, and WeChat's question is answered with yes.
  phone.privacy.state.refusedAt = Number.NEGATIVE_INFINITY
  await person.tap(reportText.otherPlace.zh)
  await person.tap(reportText.useMap.zh)
  await person.tap(reportText.mapConfirm.zh)
  await person.tap(privacyText.agree.zh)
  await person.sees(reportText.mapChosen.zh)
  expect(phone.privacy.told.at(-1)).toBe('getLocation agree')
  expectNoTrouble(phone)
})

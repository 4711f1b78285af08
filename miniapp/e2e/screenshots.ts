import { mkdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect } from 'vitest'
import { DESKTOP, PHONE, test } from './support/browser-test'
import { canteenPages } from './support/canteen-pages'
import { carePages } from './support/care-pages'
import { sitWithElder } from './support/counter-pages'
import { mediationPages } from './support/mediation-pages'
import { type AppPage, openWhole } from './support/pages'
import { askForVisit, pensionPages, visitedToday } from './support/pension-pages'
import type { DemoPerson } from './support/people'
import { signIn } from './support/people'
import { type Person, personAt } from './support/person'
import { CHINESE, CHINESE_ELDER, type Reading, readAs, TIBETAN } from './support/reading'
import { atTheServer, move, say } from './support/server'

/** Pictures for the README; vitest.config.ts runs this file only when SCREENSHOTS=1. */
const FOLDER = fileURLToPath(new URL('../../shared/docs/screenshots/', import.meta.url))
const MAX_BYTES = 200_000

let item: string
let services: AppPage[]

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true })
  const resident = await atTheServer('resident')
  const neighbour = await atTheServer('neighbour')
  const worker = await atTheServer('firstGridWorker')
  const light = await say(resident, { words: '门口的路灯三天不亮，晚上老人走路看不见。', visibility: 'public' })
  item = `/issues/pages/detail/index?communityId=raosai&id=${light.id}`
  await move(worker, light, { move: 'claim' })
  await say(neighbour, { words: '垃圾点两天没清了，有味道。', serviceCode: 'garbage' })
  await say(neighbour, { words: '三轮车堵在巷口，轮椅过不去。', serviceCode: 'blocked_path' })
  const done = await say(neighbour, { words: '巷口的灯一闪一闪。', placeId: 'raosai-dongzisu-lane-3-entrance' })
  await move(worker, done, { move: 'claim' })
  await move(worker, done, { move: 'resolve', note: '换了灯泡，今晚会亮。' })
  await say(resident, { words: '雨后积水结冰，绕不过去。', serviceCode: 'standing_water' })
  services = [...(await canteenPages()), ...(await carePages()), ...(await mediationPages()), ...(await pensionPages())]
  await visitedToday(neighbour, '绕赛社区上门服务人员（示范）')
  const counter = await atTheServer('otherCommunityStaff')
  await askForVisit(counter, { 'Acting-For': await sitWithElder(counter) })
})

interface Picture {
  file: string
  who: DemoPerson
  viewport: { width: number; height: number }
  reading: Reading
  take: (person: Person) => Promise<void>
}

const home = async (person: Person) => {
  await person.open('/')
  await person.reads('绕赛社区')
  await person.page.getByRole('link', { name: '说一件事' }).filter({ visible: true }).waitFor()
}

const reportWords = async (person: Person) => {
  await person.open('/issues/pages/report/index')
  await person.choose('公厕、管道')
  await person.page.getByRole('contentinfo').filter({ visible: true }).getByRole('button').last().click()
  await person.page.getByRole('textbox').filter({ visible: true }).first().fill('公厕的水管漏水，地上很滑。')
  await person.choose('公厕（示范）')
  await person.page.mouse.wheel(0, -2000)
}

const openItem = async (person: Person) => {
  await person.open(item)
  await person.reads('门口的路灯三天不亮')
}

const desk = async (person: Person) => {
  await person.open('/work-queue/pages/inbox/index')
  await person.reads('没人接')
}

const deskWithItem = async (person: Person) => {
  await desk(person)
  const rows = person.page.getByRole('listitem').filter({ hasText: '灯不亮', visible: true })
  await rows.first().getByRole('button').click()
  await person.reads('居民说的话')
}

/** A page as the checks of all pages open it. */
const pageNamed = (name: string) => async (person: Person) => {
  const page = services.find((each) => each.name === name)
  if (!page) throw new Error(`no page is called ${name}`)
  await openWhole(person, page)
}

const PICTURES: readonly Picture[] = [
  { file: 'home-phone.png', who: 'resident', viewport: PHONE, reading: CHINESE, take: home },
  { file: 'home-elder-phone.png', who: 'resident', viewport: PHONE, reading: CHINESE_ELDER, take: home },
  { file: 'home-bo-phone.png', who: 'resident', viewport: PHONE, reading: TIBETAN, take: home },
  { file: 'home-desktop.png', who: 'resident', viewport: DESKTOP, reading: CHINESE, take: home },
  { file: 'report-phone.png', who: 'resident', viewport: PHONE, reading: CHINESE, take: reportWords },
  { file: 'report-bo-phone.png', who: 'resident', viewport: PHONE, reading: TIBETAN, take: reportWords },
  { file: 'item-phone.png', who: 'resident', viewport: PHONE, reading: CHINESE, take: openItem },
  { file: 'item-elder-phone.png', who: 'resident', viewport: PHONE, reading: CHINESE_ELDER, take: openItem },
  { file: 'order-phone.png', who: 'resident', viewport: PHONE, reading: CHINESE, take: pageNamed('订餐') },
  { file: 'meal-elder-phone.png', who: 'resident', viewport: PHONE, reading: CHINESE_ELDER, take: pageNamed('我的餐') },
  { file: 'childcare-phone.png', who: 'resident', viewport: PHONE, reading: CHINESE, take: pageNamed('托育') },
  { file: 'kitchen-desktop.png', who: 'kitchen', viewport: DESKTOP, reading: CHINESE, take: pageNamed('厨房的单子') },
  {
    file: 'mediation-request-phone.png',
    who: 'resident',
    viewport: PHONE,
    reading: CHINESE,
    take: pageNamed('请人帮着说，第3步'),
  },
  {
    file: 'mediation-request-elder-phone.png',
    who: 'resident',
    viewport: PHONE,
    reading: CHINESE_ELDER,
    take: pageNamed('请人帮着说，第3步'),
  },
  { file: 'mediation-case-phone.png', who: 'resident', viewport: PHONE, reading: CHINESE, take: pageNamed('一件事') },
  {
    file: 'mediation-case-elder-phone.png',
    who: 'resident',
    viewport: PHONE,
    reading: CHINESE_ELDER,
    take: pageNamed('一件事'),
  },
  {
    file: 'roster-desktop.png',
    who: 'childcareWorker',
    viewport: DESKTOP,
    reading: CHINESE,
    take: pageNamed('托育名册，约了的那天'),
  },
  { file: 'proof-phone.png', who: 'resident', viewport: PHONE, reading: CHINESE, take: pageNamed('养老认证') },
  {
    file: 'proof-elder-phone.png',
    who: 'resident',
    viewport: PHONE,
    reading: CHINESE_ELDER,
    take: pageNamed('养老认证'),
  },
  {
    file: 'steps-elder-phone.png',
    who: 'resident',
    viewport: PHONE,
    reading: CHINESE_ELDER,
    take: pageNamed('一步一步来'),
  },
  { file: 'visit-card-phone.png', who: 'neighbour', viewport: PHONE, reading: CHINESE, take: pageNamed('上门的卡') },
  {
    file: 'visit-round-phone.png',
    who: 'firstGridWorker',
    viewport: PHONE,
    reading: CHINESE,
    take: pageNamed('上门的单子'),
  },
  {
    file: 'visit-plan-desktop.png',
    who: 'communityStaff',
    viewport: DESKTOP,
    reading: CHINESE,
    take: pageNamed('排上门'),
  },
  { file: 'desk-phone.png', who: 'firstGridWorker', viewport: PHONE, reading: CHINESE, take: desk },
  { file: 'desk-desktop.png', who: 'firstGridWorker', viewport: DESKTOP, reading: CHINESE, take: deskWithItem },
]

test.for(PICTURES)('$file', async ({ file, who, viewport, reading, take }, { visit }) => {
  const person = personAt(await visit({ viewport, deviceScaleFactor: viewport === PHONE ? 2 : 1 }))
  await signIn(person, who)
  await readAs(person, reading)
  await take(person)
  await person.page.evaluate(() => document.fonts.ready)
  await person.page.screenshot({ path: `${FOLDER}${file}` })
  expect(statSync(`${FOLDER}${file}`).size).toBeLessThan(MAX_BYTES)
})

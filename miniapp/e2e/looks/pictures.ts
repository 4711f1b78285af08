import { inject } from 'vitest'
import { allDelivered } from '../../../bff/test/all-delivered'
import { DESKTOP } from '../support/browser-test'
import { canteenPages } from '../support/canteen-pages'
import { carePages } from '../support/care-pages'
import { sitWithElder } from '../support/counter-pages'
import { mediationPages } from '../support/mediation-pages'
import { type AppPage, openWhole } from '../support/pages'
import { askForVisit, pensionPages, visitedToday } from '../support/pension-pages'
import type { DemoPerson } from '../support/people'
import type { Person } from '../support/person'
import { CHINESE, CHINESE_ELDER, type Reading, TIBETAN } from '../support/reading'
import { atTheServer, move, say } from '../support/server'

const PHONE = { width: 390, height: 844 }

/** What lies on the server before any picture is taken. */
interface Scene {
  /** The page of the item that is looked at. */
  item: string
  pages: readonly AppPage[]
}

export const setScene = async (): Promise<Scene> => {
  const resident = await atTheServer('resident')
  const neighbour = await atTheServer('neighbour')
  const worker = await atTheServer('firstGridWorker')
  const light = await say(resident, { words: '门口的路灯三天不亮，晚上老人走路看不见。', visibility: 'public' })
  await move(worker, light, { move: 'claim' })
  await say(neighbour, { words: '垃圾点两天没清了，有味道。', serviceCode: 'garbage' })
  await say(neighbour, { words: '三轮车堵在巷口，轮椅过不去。', serviceCode: 'blocked_path' })
  const done = await say(neighbour, { words: '巷口的灯一闪一闪。', placeId: 'raosai-dongzisu-lane-3-entrance' })
  await move(worker, done, { move: 'claim' })
  await move(worker, done, { move: 'resolve', note: '换了灯泡，今晚会亮。' })
  await say(resident, { words: '雨后积水结冰，绕不过去。', serviceCode: 'standing_water' })
  const pages = [
    ...(await canteenPages()),
    ...(await carePages()),
    ...(await mediationPages()),
    ...(await pensionPages()),
  ]
  await visitedToday(neighbour, '绕赛社区上门服务人员（示范）')
  const counter = await atTheServer('otherCommunityStaff')
  await askForVisit(counter, { 'Acting-For': await sitWithElder(counter) })
  await allDelivered(inject('stage').databaseUrl)
  return { item: `/issues/pages/detail/index?communityId=raosai&id=${light.id}`, pages }
}

export interface Picture {
  file: string
  who: DemoPerson
  viewport: { width: number; height: number }
  reading: Reading
  take: (person: Person, scene: Scene) => Promise<void>
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

const openItem = async (person: Person, { item }: Scene) => {
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
const pageNamed =
  (name: string) =>
  async (person: Person, { pages }: Scene) => {
    const page = pages.find((each) => each.name === name)
    if (!page) throw new Error(`no page is called ${name}`)
    await openWhole(person, page)
  }

/** A page as somebody on a telephone sees it, in the ordinary way and in 长辈版. */
const inBothModes = (file: string, take: Picture['take'], who: DemoPerson = 'resident'): Picture[] => [
  { file: `${file}-phone.png`, who, viewport: PHONE, reading: CHINESE, take },
  { file: `${file}-elder-phone.png`, who, viewport: PHONE, reading: CHINESE_ELDER, take },
]

const inTibetan = (file: string, take: Picture['take']): Picture => ({
  file: `${file}-bo-phone.png`,
  who: 'resident',
  viewport: PHONE,
  reading: TIBETAN,
  take,
})

const wide = (file: string, who: DemoPerson, take: Picture['take']): Picture => ({
  file: `${file}-desktop.png`,
  who,
  viewport: DESKTOP,
  reading: CHINESE,
  take,
})

export const PICTURES: readonly Picture[] = [
  ...inBothModes('home', home),
  inTibetan('home', home),
  wide('home', 'resident', home),
  ...inBothModes('report', reportWords),
  inTibetan('report', reportWords),
  ...inBothModes('item', openItem),
  ...inBothModes('order', pageNamed('订餐')),
  ...inBothModes('meal', pageNamed('我的餐')),
  wide('kitchen', 'kitchen', pageNamed('厨房的单子')),
  ...inBothModes('childcare', pageNamed('托育')),
  wide('roster', 'childcareWorker', pageNamed('托育名册，约了的那天')),
  ...inBothModes('mediation-request', pageNamed('请人帮着说，第3步')),
  ...inBothModes('mediation-case', pageNamed('一件事')),
  ...inBothModes('proof', pageNamed('养老认证')),
  ...inBothModes('steps', pageNamed('一步一步来')),
  ...inBothModes('visit-card', pageNamed('上门的卡'), 'neighbour'),
  ...inBothModes('visit-round', pageNamed('上门的单子'), 'firstGridWorker'),
  wide('visit-plan', 'communityStaff', pageNamed('排上门')),
  ...inBothModes('desk', desk, 'firstGridWorker'),
  wide('desk', 'firstGridWorker', deskWithItem),
]

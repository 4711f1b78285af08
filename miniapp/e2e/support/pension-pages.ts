import { addDays, shanghaiTime } from '@little-bench/shared/kernel/time'
import { inject } from 'vitest'
import type { Client } from '../../../bff/test/client'
import { visitToday } from '../../../bff/test/visits-today'
import type { AppPage } from './pages'
import type { Person } from './person'
import { atTheServer } from './server'
import { standsStill } from './stands-still'

const RAOSAI = { communityId: 'raosai' }
const PLACE = 'raosai-dongzisu-lane-3-no-7' as never
const PROOF = '/pension/pages/proof/index'
const COUNTER = '/counter/pages/counter/index'

/** The pages of the proof of life, with a visit that is made today, and of those who plan and make visits. */
export const pensionPages = async (): Promise<AppPage[]> => {
  await planVisitToday()
  return [
    { name: '养老认证，没登录', path: `${PROOF}?communityId=raosai`, who: 'visitor', shows: '发到群里' },
    { name: '养老认证', path: PROOF, who: 'resident', shows: '这里不刷脸' },
    { name: '怎么办最省事', path: '/pension/pages/way/index', who: 'resident', shows: '您自己会用手机吗' },
    { name: '一步一步来', path: '/pension/pages/steps/index', who: 'resident', shows: '第1步' },
    { name: '记下办好了', path: '/pension/pages/done/index', who: 'resident', shows: '怎么知道办好了' },
    { name: '上门的卡', path: '/pension/pages/visit/index', who: 'resident', shows: '来的人要说出这个码' },
    { name: '核对码', path: '/pension/pages/visit/index', who: 'resident', shows: '核对他说的码', goOn: openCheck },
    { name: '改日子', path: '/pension/pages/visit/index', who: 'resident', shows: '改日子', goOn: openOtherDay },
    { name: '替老人看养老认证', path: COUNTER, who: 'counter', shows: '能帮着办的', goOn: openProof },
    { name: '替老人约上门', path: COUNTER, who: 'counter', shows: '能帮着办的', goOn: askForElder },
    { name: '上门的单子', path: '/pension/pages/round/index', who: 'staff', shows: '门口说这个码' },
    {
      name: '上门的单子，记一家',
      path: '/pension/pages/round/index',
      who: 'staff',
      shows: '门口说这个码',
      goOn: record,
    },
    { name: '排上门', path: '/pension/pages/plan/index', who: 'lead', shows: '等着排的', goOn: addOne },
    { name: '还没认证的人', path: '/counter/pages/open-proofs/index', who: 'lead', shows: '还没提醒过' },
  ]
}

const planVisitToday = async (): Promise<void> => {
  const resident = await atTheServer('resident')
  const body = { canUseApp: true, hasHelper: false, needsVisit: false }
  await resident.attempt('saveProofOfLifeWay', { params: RAOSAI, body })
  await askForVisit(await atTheServer('elderDaughter'))
  await visitedToday(resident, '绕赛社区第一网格网格员（示范）')
}

/** Somebody is visited today; once for all files: whoever is second finds the visit as it is. */
export const visitedToday = async (person: Client, visitorName: string): Promise<void> => {
  await askForVisit(person)
  const params = RAOSAI
  const today = shanghaiTime(new Date()).date
  const { visit } = await person.call('getProofOfLife', { params })
  if (!visit) throw new Error('nobody waits for a visit')
  if (visit.state === 'requested') {
    const counter = await atTheServer('communityStaff')
    const { items, visitors } = await counter.call('listHomeVisits', { params })
    const visitor = visitors.find(({ name }) => name === visitorName)
    const waiting = items.find(({ id }) => id === visit.id)
    if (!visitor) throw new Error('nobody goes there')
    // It waits no more when another file has just planned it.
    if (waiting) {
      await counter.attempt('planVisitRound', {
        params: { ...params, on: addDays(today, 1), visitorId: visitor.id },
        body: { visits: [{ visitId: visit.id, version: waiting.version, from: 600, until: 660 }] },
      })
    }
  }
  await visitToday(inject('stage').databaseUrl, visit.id, today)
}

/** Refused where somebody has asked before. */
export const askForVisit = (person: Client, headers?: Record<string, string>) =>
  person.attempt(
    'requestHomeVisit',
    {
      params: RAOSAI,
      body: {
        reasons: ['limited_mobility'],
        consents: true,
        placeId: PLACE,
        door: '二楼左手（示范）',
        note: '多敲一会儿',
        needsInterpreter: true,
      },
    },
    headers,
  )

const openCheck = async (person: Person) => {
  await person.press('核对他说的码')
  await person.page.getByRole('dialog').waitFor()
}

const openOtherDay = async (person: Person) => {
  await person.press('改日子')
  await person.page.getByRole('dialog').waitFor()
}

const openProof = async (person: Person) => {
  await person.follow(/养老认证/)
  await person.reads('这里不刷脸')
  await standsStill(person)
}

const askForElder = async (person: Person) => {
  await openProof(person)
  await person.press('约上门')
  await person.reads('为什么要上门？')
  await standsStill(person)
}

const record = async (person: Person) => {
  await person.page
    .getByRole('button', { name: /^没人在家/ })
    .filter({ visible: true })
    .first()
    .click()
  await person.page.getByRole('dialog').waitFor()
}

/** What stands at the left comes to the right; nothing is saved. */
const addOne = async (person: Person) => {
  await person.page.getByRole('tab', { name: '绕赛社区第一网格网格员（示范）' }).filter({ visible: true }).click()
  await person.page.getByRole('button', { name: /^排上/ }).filter({ visible: true }).first().click()
  await person.reads('还没存')
}

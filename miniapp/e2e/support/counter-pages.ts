import type { Client } from '../../../bff/test/client'
import type { AppPage } from './pages'
import type { Person } from './person'
import { atTheServer, move } from './server'

const RAOSAI = { communityId: 'raosai' }
const HOME = { ...RAOSAI, placeId: 'raosai-dongzisu-lane-3-no-7' }
const ELDER = '绕赛社区老人（示范）'
const COUNTER = '/counter/pages/counter/index'

/** The pages of the counter, for staff who sit with somebody and for a grid worker who sits with nobody. */
export const counterPages = async (): Promise<AppPage[]> => {
  await sitWithSomebodyKnown()
  return [
    { name: '帮办台', path: COUNTER, who: 'staff', shows: '帮谁办？' },
    { name: '帮办台，找到了', path: COUNTER, who: 'staff', shows: '帮谁办？', goOn: find },
    { name: '替没登记的人说一件事', path: '/counter/pages/assisted-issue/index', who: 'staff', shows: '谁说的' },
    { name: '核实资料', path: '/counter/pages/fact-check/index', who: 'staff', shows: '住在哪里' },
    { name: '核实一项', path: '/counter/pages/fact-check/index', who: 'staff', shows: '住在哪里', goOn: check },
    { name: '帮办中', path: COUNTER, who: 'counter', shows: '能帮着办的' },
    { name: '替对方说一件事', path: '/counter/pages/assisted-issue/index', who: 'counter', shows: '灯不亮' },
    { name: '对方的事', path: '/counter/pages/items/index', who: 'counter', shows: '灯不亮' },
    { name: '对方的资料', path: '/counter/pages/resident-facts/index', who: 'counter', shows: '现在知道的' },
    { name: '当面登记', path: '/counter/pages/resident-facts/index', who: 'counter', shows: '住在哪里', goOn: record },
    { name: '对方的家', path: '/counter/pages/household/index', who: 'counter', shows: '一家人' },
    { name: '给家里人的码', path: '/counter/pages/household/index', who: 'counter', shows: '一家人', goOn: makeCode },
    { name: '代办授权', path: '/counter/pages/grants/index', who: 'counter', shows: '对方交给谁代办' },
    { name: '见证授权', path: '/counter/pages/witness/index', who: 'counter', shows: '先请别人走开' },
    {
      name: '见证授权，第2步',
      path: '/counter/pages/witness/index',
      who: 'counter',
      shows: '先请别人走开',
      goOn: witness,
    },
    { name: '没送到的消息', path: '/counter/pages/deliveries/index', who: 'counter', shows: '要看一看的' },
    { name: '该打的电话', path: '/counter/pages/call-list/index', who: 'counter', shows: '以后打', goOn: showCalls },
  ]
}

/** A session with the elder who has no phone; whose id it is. */
export const sitWithElder = async (counter: Client): Promise<string> => {
  const { items } = await counter.call('findResidents', { params: RAOSAI, body: { name: ELDER } })
  const residentId = items[0]?.personId
  if (residentId === undefined) throw new Error(`the demonstration has nobody called ${ELDER}`)
  await counter.call('startAssistSession', { params: RAOSAI, body: { residentId, reason: 'counter' } })
  return residentId
}

/** Of the elder something is known, and she has said something; and a caller is to be told how it went. */
const sitWithSomebodyKnown = async (): Promise<void> => {
  const [counter, worker] = [await atTheServer('otherCommunityStaff'), await atTheServer('firstGridWorker')]
  const residentId = await sitWithElder(counter)
  const forElder = { 'Acting-For': residentId }
  const residence = { kind: 'residence', value: HOME } as const
  // Said once for all files; and a household is there as soon as somebody has opened it.
  await counter.attempt('claimFact', { body: { content: residence, hasConsent: true } }, forElder)
  await counter.attempt('createHouseholdCode', { body: HOME }, forElder)
  await fileLight(counter, { residentId })
  const item = { ...RAOSAI, ...(await fileLight(counter, { name: '来电人（示范）', phone: '0891-0000-192' })).receipt }
  await move(worker, item, { move: 'claim' })
  await move(worker, item, { move: 'resolve', note: '换了灯泡，今晚会亮' })
}

const fileLight = (counter: Client, resident: { residentId: string } | { name: string; phone: string }) =>
  counter.call('fileIssueForResident', {
    params: RAOSAI,
    body: {
      resident,
      serviceCode: 'street_light',
      description: '楼梯口的灯不亮',
      placeId: HOME.placeId,
      visibility: 'private',
      source: 'counter',
    },
  })

const find = async (person: Person) => {
  await person.page.getByRole('textbox').filter({ visible: true }).fill('0891-0000-181')
  await person.press('找')
  await person.reads('电话尾号')
}

const check = async (person: Person) => {
  await person.page.getByRole('button', { name: /^核实/ }).filter({ visible: true }).first().click()
  await person.reads('看了什么材料？')
}

const record = async (person: Person) => {
  await person.press('当面登记一项')
  await person.choose('说什么话')
  await person.reads('平时说什么话？')
}

const makeCode = async (person: Person) => {
  await person.press('给家里人开一张码')
  await person.reads('加入家庭的码')
}

const witness = async (person: Person) => {
  await person.page.getByRole('checkbox').filter({ visible: true }).click()
  await person.choose('自己愿意')
  await person.page.getByRole('main').filter({ visible: true }).getByRole('button').last().click()
  await person.reads('交给谁？')
}

/** Waits for the first call. On a Saturday nobody is called before Monday: then it stands among those for later. */
export const showCalls = async ({ page }: Person): Promise<void> => {
  const call = page.getByText('打得怎么样？').filter({ visible: true })
  const none = page.getByText('现在没有该打的电话').filter({ visible: true })
  await call.or(none).waitFor()
  if (await none.isVisible()) await page.getByRole('tab', { name: '以后打' }).filter({ visible: true }).click()
  await call.waitFor()
}

import type { AppPage } from './pages'
import type { Person } from './person'
import { atTheServer } from './server'
import { standsStill } from './stands-still'

const RAOSAI = { communityId: 'raosai' }
const MINE = '/privacy/pages/mine/index'
const REQUEST = '/privacy/pages/request/index'

/** The policy, one's own data, and what somebody has asked to be corrected. */
export const privacyPages = async (): Promise<AppPage[]> => {
  const { workItemId } = await askForCorrection()
  return [
    { name: '隐私政策，没登录', path: '/privacy/pages/policy/index', who: 'visitor', shows: '事情结案以后90天' },
    { name: '我的数据', path: MINE, who: 'resident', shows: '收回以后' },
    { name: '替对方看数据', path: '/counter/pages/counter/index', who: 'counter', shows: '能帮着办的', goOn: openData },
    { name: '请社区改、删', path: REQUEST, who: 'resident', shows: '请改：名字', goOn: chooseCorrection },
    { name: '请社区改、删，看一遍', path: REQUEST, who: 'resident', shows: '请改：名字', goOn: lookOnceMore },
    {
      name: '提过的这一件',
      path: `/privacy/pages/asked/index?communityId=raosai&workItemId=${workItemId}`,
      who: 'resident',
      shows: '编号',
    },
  ]
}

const askForCorrection = async () => {
  const resident = await atTheServer('resident')
  const { items } = await resident.call('listConsents')
  const position = items.find(({ purpose }) => purpose === 'position')
  if (position) await resident.call('giveConsent', { body: { purpose: 'position', version: position.version } })
  return resident.call('requestCorrection', { params: RAOSAI, body: { about: 'name', words: '第二个字写错了' } })
}

const openData = async (person: Person) => {
  await person.follow(/对方的数据/)
  await person.reads('带走一份')
  await standsStill(person)
}

const chooseCorrection = async (person: Person) => {
  await person.choose(/^改/)
  await person.reads('应该是什么？')
}

const lookOnceMore = async (person: Person) => {
  await chooseCorrection(person)
  await person.choose('电话')
  await person.write(/应该是什么/, '换了新号码，最后两位是56')
  // Its words are translated.
  await person.page.getByRole('contentinfo').filter({ visible: true }).getByRole('button').last().click()
  await person.reads('只有社区管这件事的工作人员能看到')
}

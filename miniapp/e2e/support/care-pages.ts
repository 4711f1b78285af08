import type { Client } from '../../../bff/test/client'
import { monthsAgo } from './months-ago'
import type { AppPage } from './pages'
import type { Person } from './person'
import { atTheServer } from './server'

const RAOSAI = { communityId: 'raosai' }
const HOME = { ...RAOSAI, placeId: 'raosai-dongzisu-lane-3-no-7' }
const SLOTS = '/childcare/pages/slots/index'

/** The pages of families with a child that is written down and booked, and of whoever looks after it. */
export const carePages = async (): Promise<AppPage[]> => {
  const parent = await atTheServer('resident')
  const { childId, bookingId } = await bookChild(parent)
  const { items } = await parent.call('listActivities', { params: RAOSAI })
  const lesson = `communityId=raosai&slotId=${items.at(-1)?.id}`
  const booking = `communityId=raosai&id=${bookingId}`
  return [
    { name: '托育，没登录', path: SLOTS, who: 'visitor', shows: '慈松塘社区还没有托育点' },
    { name: '托育', path: SLOTS, who: 'resident', shows: '谁去' },
    { name: '托育，第2步', path: SLOTS, who: 'resident', shows: '谁去', goOn: check },
    { name: '我的孩子', path: '/childcare/pages/children/index', who: 'resident', shows: '过敏：花生' },
    { name: '写下孩子', path: '/childcare/pages/child/index', who: 'resident', shows: '平时怎么叫就怎么写' },
    {
      name: '写下孩子，加一个人',
      path: '/childcare/pages/child/index',
      who: 'resident',
      shows: '平时怎么叫就怎么写',
      goOn: addFetcher,
    },
    {
      name: '改孩子的资料，第2步',
      path: `/childcare/pages/child/index?id=${childId}`,
      who: 'resident',
      shows: '谁看过',
      goOn: seeConsent,
    },
    { name: '托育预约', path: `/childcare/pages/booking/index?${booking}`, who: 'resident', shows: '只在这一天有用' },
    { name: '活动和课堂', path: '/activities/pages/list/index', who: 'resident', shows: '还有' },
    { name: '活动和课堂，工作人员', path: '/activities/pages/list/index', who: 'counter', shows: '名单前一天能看' },
    { name: '报名', path: '/activities/pages/list/index', who: 'resident', shows: '还有', goOn: signUp },
    {
      name: '活动名单',
      path: `/activities/pages/roster/index?${lesson}`,
      who: 'counter',
      isRefused: true,
      shows: '名单前一天能看',
    },
    { name: '托育名册', path: '/childcare/pages/roster/index', who: 'carer', shows: '只有当天约了的孩子' },
    {
      name: '托育名册，约了的那天',
      path: '/childcare/pages/roster/index',
      who: 'carer',
      shows: '只有当天约了的孩子',
      goOn: seeDay,
    },
  ]
}

/** Once for all files: whoever is second finds the child and its booking. */
const bookChild = async (parent: Client): Promise<{ childId: string; bookingId: string }> => {
  await parent.attempt('claimFact', { body: { content: { kind: 'residence', value: HOME }, hasConsent: true } })
  const { year, month } = monthsAgo(16)
  const children = await parent.call('listChildren', { params: RAOSAI })
  const child =
    children.items[0] ??
    (await parent.call('saveChild', {
      params: RAOSAI,
      body: {
        nickname: '小草莓（示范）',
        bornIn: `${year}-${month.padStart(2, '0')}`,
        allergies: '花生',
        pickUps: [{ name: '外婆（示范）', relation: 'grandparent', phone: '0891-0000-191' }],
        consents: true,
      },
    }))
  const known = await bookingOf(parent)
  if (known) return { childId: child.id, bookingId: known }
  const slot = (await slotsFor(parent)).find(({ session, refusal }) => session === 'full_day' && refusal === null)
  if (!slot) throw new Error('the demonstration has no free day of childcare')
  // Another file may have booked it a moment ago.
  await parent.attempt('bookChildcare', {
    params: RAOSAI,
    body: { childIds: [child.id], centreId: slot.centreId, on: slot.on, session: 'full_day' },
  })
  return { childId: child.id, bookingId: (await bookingOf(parent)) ?? '' }
}

const slotsFor = async (parent: Client) => {
  const query = { days: 14, forMyChildren: 'yes' as const }
  return (await parent.call('listChildcareSlots', { params: RAOSAI, query })).items
}

const bookingOf = async (parent: Client) =>
  (await slotsFor(parent)).flatMap(({ children }) => children).find(({ state }) => state === 'booked')?.bookingId

const mainAction = ({ page }: Person) =>
  page.getByRole('contentinfo').filter({ visible: true }).getByRole('button').last()

/** The first session that is free on the day that is chosen already. */
const check = async (person: Person) => {
  await person.page
    .getByRole('radiogroup')
    .filter({ visible: true })
    .last()
    .getByRole('radio', { name: /还有/ })
    .first()
    .click()
  await mainAction(person).click()
  await person.reads('看一遍再约')
}

const addFetcher = async (person: Person) => {
  await person.press('加一个人')
  await person.page.getByRole('dialog').waitFor()
}

const seeConsent = async (person: Person) => {
  await mainAction(person).click()
  await person.reads('我同意')
}

/** The next day that has a child on it. */
const seeDay = async ({ page, reads }: Person) => {
  const days = page.getByRole('radiogroup').filter({ visible: true }).first().getByRole('radio')
  const none = page.getByText('这一天没有孩子约').filter({ visible: true })
  const child = page.getByText('还没到').filter({ visible: true }).first()
  for (let index = 0; index < (await days.count()); index += 1) {
    await days.nth(index).click()
    await none.or(child).first().waitFor()
    if (!(await none.isVisible())) break
  }
  await reads('小草莓（示范）')
}

const signUp = async (person: Person) => {
  await person.page.getByRole('button', { name: /^报名/ }).filter({ visible: true }).first().click()
  await person.page.getByRole('dialog').waitFor()
}

import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { expect, inject } from 'vitest'
import { openChildcareToday } from '../../bff/test/childcare-today'
import { test, type Visit } from './support/browser-test'
import { monthsAgo } from './support/months-ago'
import { type DemoPerson, signIn } from './support/people'
import { type Person, personAt } from './support/person'
import { atTheServer } from './support/server'

const TABLET = { width: 1024, height: 768 }
const GRANDMOTHER = '外婆（示范）'
const HOME = { communityId: 'raosai', placeId: 'raosai-dongzisu-lane-3-no-7' }

const enter = async (visit: Visit, who: DemoPerson, viewport?: { width: number; height: number }): Promise<Person> => {
  const person = personAt(await visit(viewport && { viewport }))
  await signIn(person, who)
  return person
}

const tick = ({ page }: Person, name: RegExp) => page.getByRole('checkbox', { name }).filter({ visible: true }).click()
const inDialog = ({ page }: Person) => page.getByRole('dialog').filter({ visible: true })

const writeDown = async (family: Person, nickname: string, months: number, grandmother?: string) => {
  const { year, month } = monthsAgo(months)
  await family.open('/childcare/pages/child/index')
  await family.write('小名', nickname)
  await family.page.getByLabel('哪一年出生').filter({ visible: true }).fill(year)
  await family.page.getByLabel('几月').filter({ visible: true }).fill(month)
  if (grandmother) {
    await family.write('对什么过敏', '花生')
    await family.press('加一个人')
    await inDialog(family).getByRole('textbox', { name: '怎么称呼' }).fill(grandmother)
    await family.choose('爷爷奶奶、外公外婆')
    await family.press('就写这个人')
  }
  await family.press('下一步')
  await family.reads('您同意吗')
  await tick(family, /我同意/)
  await family.press('同意，存好')
  await family.reads('存好了。')
}

/** Both children of one family in one step; the code of the little one. */
const bookBoth = async (family: Person): Promise<string> => {
  await family.open('/childcare/pages/slots/index')
  await family.choose(/^今天/)
  await tick(family, /小石头（示范）.*在托小班/)
  await tick(family, /小豆（示范）.*在托大班/)
  await family.choose(/全天/)
  await family.press('下一步')
  await family.reads('看一遍再约')
  await family.reads(`小石头（示范）：您，${GRANDMOTHER}`)
  await family.press('约好')
  await family.isAt('约好了')
  const code = /小石头（示范）的接送码\s*(\d{3}) (\d{3})/.exec(await family.text())
  if (!code) throw new Error('the page shows no code')
  return `${code[1]}${code[2]}`
}

test('a family books both children, the grandmother on the list fetches one, and somebody who is not on it gets nobody', async ({
  visit,
}) => {
  await openChildcareToday(inject('stage').databaseUrl, 'raosai', shanghaiTime(new Date()).date)
  const parent = await atTheServer('neighbour')
  await parent.attempt('claimFact', { body: { content: { kind: 'residence', value: HOME }, hasConsent: true } })
  const family = await enter(visit, 'neighbour')
  await writeDown(family, '小石头（示范）', 16, GRANDMOTHER)
  await writeDown(family, '小豆（示范）', 28)
  const code = await bookBoth(family)

  const carer = await enter(visit, 'childcareWorker', TABLET)
  await carer.follow(/托育名册/)
  await carer.isAt('托育名册')
  await carer.reads('过敏：花生')
  await carer.press('到了：小石头（示范）')
  await carer.reads(/在园1个，接走0个/)

  await carer.press('来接了：小石头（示范）')
  await carer.choose('名单上没有这个人')
  await carer.reads('不能交给他')
  expect(await inDialog(carer).getByRole('button', { name: /^交给/ }).count()).toBe(0)
  await carer.choose(GRANDMOTHER)
  for (const digit of code) await inDialog(carer).getByRole('button', { name: digit, exact: true }).click()
  await carer.reads(`小石头（示范）交给${GRANDMOTHER}了。`)
  await carer.reads(/在园0个，接走1个/)

  await family.open('/bookings/pages/mine/index')
  await family.open('/people/pages/inbox/index')
  await family.reads(/孩子接走了/)
  await family.open('/childcare/pages/children/index')
  await family.press('改一改：小石头（示范）')
  await family.reads(/绕赛社区托育人员（示范），看.*的托育名册/)
})

test('a guardian signs a child up for a lesson only after ticking the consent, whoever leads it reads no name so early, and the guardian cancels', async ({
  visit,
}) => {
  const family = await enter(visit, 'elderDaughter')
  await writeDown(family, '大宝（示范）', 9 * 12)
  await family.open('/activities/pages/list/index')
  await family.page
    .getByRole('button', { name: /^报名：.*周末/ })
    .filter({ visible: true })
    .first()
    .click()
  await family.choose('大宝（示范）')
  await inDialog(family).getByRole('button', { name: '报名', exact: true }).click()
  await family.reads('监护人同意了才能报名')
  await tick(family, /我是孩子的监护人/)
  await inDialog(family).getByRole('button', { name: '报名', exact: true }).click()
  await inDialog(family).getByText('报上了').waitFor()
  await family.press('关闭')
  await family.reads('大宝（示范）：报上了')

  const host = await enter(visit, 'otherCommunityStaff', TABLET)
  await host.follow(/活动名单/)
  await host.reads('名单前一天能看')
  expect(await host.text()).not.toContain('大宝（示范）')

  await family.press('取消报名：大宝（示范）')
  await inDialog(family).getByRole('button', { name: '取消报名', exact: true }).click()
  await family.reads('取消了。')
})

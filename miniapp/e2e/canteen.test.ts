import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { expect, inject } from 'vitest'
import { openLunchToday } from '../../bff/test/meals-today'
import { test, type Visit } from './support/browser-test'
import { findSitting, orderMeal } from './support/meals'
import { type DemoPerson, signIn } from './support/people'
import { type Person, personAt } from './support/person'
import { readAs } from './support/reading'
import { atTheServer } from './support/server'

const COMMUNITY = { communityId: 'ejietang' }
const CODE = /\d{3} \d{3}/

const enter = async (visit: Visit, who: DemoPerson): Promise<Person> => {
  const person = personAt(await visit())
  await signIn(person, who)
  return person
}

const chooseDay = ({ page }: Person, day: number) =>
  page.getByRole('radiogroup', { name: '哪一天' }).filter({ visible: true }).getByRole('radio').nth(day).click()

const firstButton = ({ page }: Person, name: RegExp) =>
  page.getByRole('button', { name }).filter({ visible: true }).first().click()

/** Dishes, how, and the summary: as far as the last button. */
const choose = async (person: Person) => {
  await person.reads('第1步/共3步')
  await firstButton(person, /加一$/)
  await person.press('下一步')
  await person.choose(/^在食堂吃/)
  await person.press('下一步')
  await person.reads('第3步/共3步')
}

const codeOn = async (person: Person): Promise<string> => {
  await person.reads('取餐码')
  const code = CODE.exec(await person.text())?.[0]
  if (!code) throw new Error('the page shows no code')
  return code.replace(/\s/g, '')
}

const typeCode = async (cook: Person, code: string) => {
  for (const digit of code) await cook.press(digit)
}

const noErrors = ({ messages }: Person) =>
  expect(messages.filter((message) => /^(error|uncaught)/.test(message))).toEqual([])

test('a meal is ordered, called out by its code, paid at the counter, and stands on the sheet of the day', async ({
  visit,
}) => {
  await openLunchToday(inject('stage').databaseUrl, COMMUNITY.communityId, shanghaiTime(new Date()).date)
  const [diner, cook] = await Promise.all([enter(visit, 'diner'), enter(visit, 'cook')])
  await diner.open('/')
  await diner.follow(/^社区食堂/)
  await chooseDay(diner, 0)
  await diner.press(/^订午餐/)
  await diner.reads('位子给您留到')
  await choose(diner)
  await diner.reads('到食堂付')
  await diner.press('就这样订')
  const code = await codeOn(diner)
  await diner.reads('前可以取消')
  await diner.open('/bookings/pages/mine/index')
  await diner.reads('午餐 · 食堂')

  await cook.open('/')
  await cook.follow(/^厨房/)
  await chooseDay(cook, 0)
  await cook.press('看单子：午餐')
  await cook.reads('0个取了，还有1个')
  await typeCode(cook, code)
  await cook.reads('1个取了，还有0个')
  await firstButton(cook, /^收钱/)
  await firstButton(cook, /^付了/)
  await cook.reads('付过了')
  await cook.press('返回')
  await cook.press('日结单')
  await cook.reads(/午餐：订1，取1，没来0，取消0/)
  await cook.reads(/付了1单/)

  await diner.open('/bookings/pages/mine/index')
  await diner.page.getByRole('tab', { name: '过去的' }).filter({ visible: true }).click()
  await diner.reads('来过了')
  noErrors(diner)
  noErrors(cook)
})

test('a full sitting is waited for; the seat that somebody gives back is offered and taken', async ({ visit }) => {
  const [other, kitchen] = await Promise.all([atTheServer('dinersDaughter'), atTheServer('cook')])
  const meal = { ...COMMUNITY, sitting: 'dinner', day: 4 } as const
  const { id: slotId } = await findSitting(kitchen, meal)
  await kitchen.call('saveSitting', { params: { ...COMMUNITY, slotId }, body: { capacity: 1, isOpen: true } })
  const taken = await orderMeal(other, meal)

  const diner = await enter(visit, 'diner')
  await diner.open('/canteen/pages/sittings/index')
  await chooseDay(diner, 4)
  await diner.reads('订满了')
  await diner.press(/^候补晚餐/)
  await diner.reads('候补按这个顺序，谁都一样')
  await choose(diner)
  await diner.press('就这样候补')
  await diner.reads('您排在第1位')

  await other.call('cancelMealOrder', { params: { ...COMMUNITY, orderId: taken.id } })
  await expect
    .poll(
      async () => {
        await diner.page.reload()
        await diner.reads('吃什么')
        return diner.text()
      },
      { timeout: 90_000 },
    )
    .toContain('有位子了')
  await diner.press('要这个位子')
  await codeOn(diner)
  noErrors(diner)
})

test('in 长辈版 the meal of the last time is three taps away', async ({ visit }) => {
  await orderMeal(await atTheServer('dinersDaughter'), { ...COMMUNITY, sitting: 'breakfast', day: 2 })
  const elder = await enter(visit, 'dinersDaughter')
  await readAs(elder, { language: 'zh', isElderMode: true })
  const main = elder.page.getByRole('main').filter({ visible: true })
  await main.getByRole('link', { name: '社区食堂' }).waitFor()
  expect(await main.getByRole('link').count()).toBeLessThanOrEqual(5)
  await elder.follow(/^社区食堂/)
  await elder.press('就订这些')
  await elder.press('就这样订')
  await codeOn(elder)
  noErrors(elder)
})

test('the counter orders for an elder without a phone: free, why, and a paper with the code', async ({ visit }) => {
  const staff = await enter(visit, 'dinersCounter')
  await staff.open('/')
  await staff.follow('帮办台')
  await staff.write('完整的电话', '0891-0000-381')
  await staff.press('找')
  await staff.press(/^帮对方办：俄杰塘社区老人（示范）/)
  await staff.choose('柜台来人')
  await staff.page.getByRole('dialog').getByRole('textbox').fill('来订午饭')
  await staff.press('开始')
  await staff.follow(/^订餐/)
  await staff.isAt('给俄杰塘社区老人（示范）订餐')
  await chooseDay(staff, 2)
  await staff.press(/^订午餐/)
  await choose(staff)
  await staff.reads('不用付钱')
  await staff.reads(/70岁以上/)
  await staff.press('就这样订')
  await staff.reads('取餐单')
  const paper = staff.page.getByRole('group', { name: '要交给居民的纸' }).filter({ visible: true })
  expect(await paper.innerText()).toMatch(CODE)
  noErrors(staff)
})

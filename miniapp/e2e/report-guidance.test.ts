import { expect } from 'vitest'
import { test } from './support/browser-test'
import { signIn } from './support/people'
import { type Person, personAt } from './support/person'

const chooseCategory = async (resident: Person, name: string) => {
  await signIn(resident, 'resident')
  await resident.open('/issues/pages/report/index')
  await resident.choose(name)
}

test('who smells gas is shown the number to call before anything else', async ({ visit }) => {
  const resident = personAt(await visit())
  await chooseCategory(resident, '燃气气味')
  await resident.reads('有危险，先打电话')
  const main = resident.page.getByRole('main').filter({ visible: true })
  const firstControl = main.getByRole('button').first()
  expect(await firstControl.innerText()).toMatch(/\d{3}/)
  const box = await firstControl.boundingBox()
  expect(box?.y).toBeLessThan(812 / 2)
})

test('for what is not the business of the community the page says where to go, with the number', async ({ visit }) => {
  const resident = personAt(await visit())
  await chooseCategory(resident, '欠薪')
  await resident.reads('归别的单位管')
  const call = resident.page.getByRole('contentinfo').filter({ visible: true }).getByRole('button', { name: /\d{5}/ })
  await call.waitFor()
  expect(await resident.text()).toMatch(/直接找他们最快/)
})

test('what must stay between a resident and the staff offers no choice to make it public', async ({ visit }) => {
  const resident = personAt(await visit())
  await chooseCategory(resident, '家庭的事')
  await resident.press('下一步')
  await resident.reads('这一类只给处理的人看，不会公开')
  expect(await resident.page.getByRole('radio', { name: '邻居也能看到' }).count()).toBe(0)
})

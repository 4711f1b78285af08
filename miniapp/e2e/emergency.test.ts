import { expect } from 'vitest'
import { SMALL_PHONE, test } from './support/browser-test'
import { personAt } from './support/person'
import { readAs } from './support/reading'

const MAIN = 'main'

test('signed out and without a network two taps lead from the first page to the number', async ({ visit }) => {
  const visitor = await visit()
  const person = personAt(visitor)
  await person.open('/')
  await visitor.page.waitForLoadState('networkidle')
  await visitor.context.setOffline(true)
  await person.follow('紧急求助')
  await person.isAt('紧急求助')
  await person.follow('闻到燃气')
  await person.reads('别开灯')
  const first = person.page.getByRole(MAIN).filter({ visible: true }).getByRole('button').first()
  expect(await first.innerText()).toContain('119')
})

test('in 长辈版 on the narrowest phone the number is huge and in sight, and home offers five ways at most', async ({
  visit,
}) => {
  const visitor = await visit({ viewport: SMALL_PHONE })
  const person = personAt(visitor)
  await readAs(person, { language: 'zh', isElderMode: true })
  await person.open('/')
  await person.reads('紧急求助')
  const main = person.page.getByRole(MAIN).filter({ visible: true })
  expect(await main.getByRole('link').count()).toBeLessThanOrEqual(5)
  await person.follow('紧急求助')
  await person.follow('有人受伤')
  const number = person.page.getByText('120', { exact: true }).filter({ visible: true }).first()
  await number.waitFor()
  const size = await number.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  expect(size).toBeGreaterThanOrEqual(56)
  const box = await main.getByRole('button').first().boundingBox()
  const bar = await person.page.getByRole('contentinfo').filter({ visible: true }).boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
  expect(box?.height).toBeGreaterThanOrEqual(120)
})

test('a category that is dangerous leads to what to do first', async ({ visit }) => {
  const person = personAt(await visit())
  await person.open('/issues/pages/report/index')
  await person.choose('燃气气味')
  await person.press('看看先做什么')
  await person.isAt('紧急求助')
})

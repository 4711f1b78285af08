import { expect } from 'vitest'
import { test } from './support/browser-test'
import { drawnFonts, movements } from './support/measure'
import { signIn } from './support/people'
import { personAt } from './support/person'
import { readAs } from './support/reading'
import { lettersMissing } from './support/real-letters'

const root = '.taro_page .lb-root'

test('the letters that are measured here are real ones, Han and Tibetan', async ({ visit }) => {
  const person = personAt(await visit())
  await person.open('/')
  const radio = (name: string) => person.page.getByRole('radio', { name })
  expect(await drawnFonts(radio('中文'))).toEqual([expect.stringContaining('Noto Sans SC')])
  expect(await drawnFonts(radio('བོད་ཡིག'))).toEqual([expect.stringContaining('Noto Serif Tibetan')])
  expect(await lettersMissing(person.page)).toEqual([])
})

test('the chosen language is still there after closing, and the page says which one it is', async ({ visit }) => {
  const person = personAt(await visit())
  await person.open('/')
  const language = () => person.page.locator(root).getAttribute('lang')
  expect(await language()).toBe('zh-CN')
  await person.choose('བོད་ཡིག')
  await expect.poll(language).toBe('bo')
  await person.page.reload()
  await person.reads('བྱོན་པ་ལེགས་སོ།')
  expect(await language()).toBe('bo')
  await person.choose('中文')
  await expect.poll(language).toBe('zh-CN')
})

test('长辈版 is offered at the first visit, stays after closing, and can be left again', async ({ visit }) => {
  const person = personAt(await visit())
  await person.open('/')
  await person.reads('字要不要大一些？')
  await person.press('长辈版')
  const size = () =>
    person.page.getByRole('main').evaluate((main) => Number.parseFloat(getComputedStyle(main).fontSize))
  await expect.poll(size).toBeGreaterThanOrEqual(18)
  await person.page.reload()
  await expect.poll(size).toBeGreaterThanOrEqual(18)
  expect(await person.text()).not.toContain('字要不要大一些？')
  await person.press('普通版')
  await expect.poll(size).toBe(16)
})

test('in 长辈版 the first page shows the call first and at most five services', async ({ visit }) => {
  const person = personAt(await visit())
  await signIn(person, 'firstGridWorker')
  await readAs(person, { language: 'zh', isElderMode: true })
  const main = person.page.getByRole('main').filter({ visible: true })
  await main.getByRole('link', { name: '工作台' }).waitFor()
  expect(await main.getByRole('link').count()).toBeLessThanOrEqual(5)
  const call = await main
    .getByRole('button', { name: /0891-0000/ })
    .first()
    .boundingBox()
  const tile = await main.getByRole('link').first().boundingBox()
  expect(call?.y).toBeLessThan(tile?.y ?? 0)
})

test('nothing moves in 长辈版, nor for somebody who asked their phone for less motion', async ({ visit }) => {
  const elder = personAt(await visit())
  await readAs(elder, { language: 'zh', isElderMode: true })
  expect(await movements(elder.page)).toEqual([])
  const careful = personAt(await visit({ reducedMotion: 'reduce' }))
  await careful.open('/')
  expect(await movements(careful.page)).toEqual([])
})

test('who may zoom can zoom', async ({ visit }) => {
  const { page } = await visit()
  await page.goto('/')
  const viewport = await page.locator('meta[name=viewport]').getAttribute('content')
  expect(viewport).not.toMatch(/user-scalable\s*=\s*(no|0)|maximum-scale/)
})

test('in 长辈版 a sheet is closed by a button of 60 px at the bottom in the middle', async ({ visit }) => {
  const person = personAt(await visit())
  await readAs(person, { language: 'zh', isElderMode: true })
  await person.press(/^打电话找人/)
  const sheet = person.page.getByRole('dialog')
  const [whole, close] = await Promise.all([
    sheet.boundingBox(),
    sheet.getByRole('button', { name: '关闭' }).boundingBox(),
  ])
  if (!whole || !close) throw new Error('the sheet is not open')
  expect(Math.min(close.width, close.height)).toBeGreaterThanOrEqual(60)
  expect(close.x + close.width / 2).toBeCloseTo(whole.x + whole.width / 2, 0)
  expect(close.y + close.height).toBeGreaterThan(whole.y + whole.height - 60)
})

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeFindings, tappableWithoutRole } from './support/axe'
import { test } from './support/browser-test'
import { complaintsAbout, misfits } from './support/complaints'
import { keyboardTrouble } from './support/keyboard'
import { writeLongTibetan } from './support/long-tibetan'
import { movements } from './support/measure'
import { personAt } from './support/person'
import { CHINESE_ELDER, readAs } from './support/reading'

const ORDINARY = { language: 'zh', isElderMode: false } as const

/** Adds something wrong to the page in front. */
const plant = (page: Page, html: string) =>
  page.evaluate((planted) => {
    const place = document.createElement('div')
    place.innerHTML = planted
    for (const element of place.querySelectorAll<HTMLElement>('[data-style]'))
      element.style.cssText = element.dataset['style'] ?? ''
    document.querySelector('[role=main]')?.prepend(place)
  }, html)

const MISTAKES = [
  {
    what: 'a button too small to hit',
    html: '<div role="button" tabindex="0" data-style="width:30px;height:50px">小</div>',
  },
  { what: 'letters of 11 px', html: '<div data-style="font-size:11px">小字</div>' },
  { what: 'lines too close', html: '<div data-style="line-height:1.1">挤在一起</div>' },
  { what: 'something wider than the phone', html: '<div data-style="width:900px">很宽</div>' },
  {
    what: 'text that is cut',
    html: '<div data-style="width:40px;overflow:hidden;white-space:nowrap">看不完的一句话</div>',
  },
  {
    what: 'text that is cut by what it stands in',
    html: '<div data-style="height:30px;overflow:clip"><div data-style="padding-top:20px">只看见一半</div></div>',
  },
  { what: 'letters that can hardly be seen', html: '<div data-style="color:#888">看不清</div>' },
  {
    what: 'letters that shine through',
    html: '<div data-style="opacity:0.5"><div data-style="color:#4a443e">看不清</div></div>',
  },
  {
    what: 'two buttons on each other',
    html: `<div role="button" tabindex="0" data-style="width:50px;height:50px">一</div>
      <div role="button" tabindex="0" data-style="width:50px;height:50px;margin-top:-10px">二</div>`,
  },
]

test.for(MISTAKES)('the measurements notice $what', async ({ html }, { visit }) => {
  const person = personAt(await visit())
  await person.open('/people/pages/me/index')
  await person.reads('还没登录')
  expect(await complaintsAbout(person.page, ORDINARY)).toEqual([])
  await plant(person.page, html)
  expect(await complaintsAbout(person.page, ORDINARY)).not.toEqual([])
})

test.for([
  {
    what: 'buttons that nearly touch',
    html: `<div role="button" tabindex="0" data-style="width:70px;height:60px">一</div>
      <div role="button" tabindex="0" data-style="width:70px;height:60px;margin-top:4px">二</div>`,
  },
  { what: 'letters of less than 7:1', html: '<div data-style="color:#6a635b">看着费劲</div>' },
  { what: 'a button of 50 px', html: '<div role="button" tabindex="0" data-style="width:50px;height:50px">小</div>' },
])('in 长辈版 the measurements notice $what', async ({ html }, { visit }) => {
  const person = personAt(await visit())
  await person.open('/people/pages/me/index')
  await readAs(person, CHINESE_ELDER)
  await person.open('/people/pages/me/index')
  await person.reads('还没登录')
  expect(await complaintsAbout(person.page, CHINESE_ELDER)).toEqual([])
  await plant(person.page, html)
  expect(await complaintsAbout(person.page, CHINESE_ELDER)).toHaveLength(1)
})

test('a place that has room for the Chinese alone is noticed', async ({ visit }) => {
  const person = personAt(await visit())
  await person.open('/people/pages/me/index')
  await person.reads('还没登录')
  await plant(person.page, '<div data-style="width:120px;overflow:hidden;white-space:nowrap">放得下的话</div>')
  expect(await misfits(person.page)).toEqual([])
  await writeLongTibetan(person.page)
  expect(await misfits(person.page)).not.toEqual([])
})

test('the keyboard walk notices what it cannot reach, what hides its ring and what lies behind the bar', async ({
  visit,
}) => {
  const { page, ...visitor } = await visit()
  const person = personAt({ ...visitor, page })
  await person.open('/people/pages/me/index')
  await person.reads('还没登录')
  await plant(page, '<div role="button">没有键盘</div>')
  await plant(page, '<div role="button" tabindex="0" data-style="outline:none">没有框</div>')
  await plant(page, '<div role="button" tabindex="0" data-style="position:fixed;bottom:10px;left:10px">被挡住</div>')
  expect(await keyboardTrouble(page)).toEqual([
    '被挡住 has the keyboard and does not show it',
    '被挡住 has the keyboard behind something',
    '没有框 has the keyboard and does not show it',
    '没有键盘 is never reached',
  ])
})

test('axe and the search for nameless controls notice what is planted', async ({ visit }) => {
  const { page, ...visitor } = await visit()
  await personAt({ ...visitor, page }).open('/people/pages/me/index')
  await plant(page, '<div role="button" tabindex="0"></div><div data-style="color:#ccc;background:#fff">看不清</div>')
  await plant(page, '<div data-style="cursor:pointer">可以点</div>')
  const found = (await axeFindings(page)).join('\n')
  expect(found).toContain('aria-command-name')
  expect(found).toContain('color-contrast')
  expect(await tappableWithoutRole(page)).toHaveLength(1)
})

test('the search for movement notices a transition', async ({ visit }) => {
  const { page, ...visitor } = await visit({ reducedMotion: 'reduce' })
  await personAt({ ...visitor, page }).open('/people/pages/me/index')
  await plant(page, '<div data-style="transition:opacity 200ms">动</div>')
  expect(await movements(page)).toHaveLength(1)
})

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { test } from './support/browser-test'
import { type AppPage, openWhole, peopleFor, preparePages } from './support/pages'
import { readAs } from './support/reading'

let pages: AppPage[]

beforeAll(async () => {
  pages = await preparePages()
})

/** Serious and critical findings of axe, each in one line. */
const findings = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    )
}

/** Things that look as if they could be tapped and do not say what they are. */
const withoutRole = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.checkVisibility() && getComputedStyle(element).cursor === 'pointer')
      .filter((element) => !element.closest('[role], button, a, input, textarea, label'))
      .map(({ outerHTML }) => outerHTML.slice(0, 160)),
  )

test.for([{ isElderMode: false }, { isElderMode: true }])(
  'axe finds nothing serious on any page, 长辈版 $isElderMode',
  async ({ isElderMode }, { visit }) => {
    const people = await peopleFor(visit)
    for (const person of Object.values(people)) await readAs(person, { language: 'zh', isElderMode })
    const found: string[] = []
    for (const appPage of pages) {
      const person = people[appPage.who]
      await openWhole(person, appPage)
      found.push(
        ...[...(await findings(person.page)), ...(await withoutRole(person.page))].map(
          (what) => `${appPage.name} ${what}`,
        ),
      )
    }
    expect(found).toEqual([])
  },
)

test('every page has one title and the landmarks by which a screen reader moves', async ({ visit }) => {
  const people = await peopleFor(visit)
  const counts: Record<string, number[]> = {}
  for (const appPage of pages) {
    const { page } = people[appPage.who]
    await openWhole(people[appPage.who], appPage)
    const inSight = [
      page.getByRole('heading', { level: 1 }),
      page.getByRole('banner'),
      page.getByRole('main'),
      page.getByRole('contentinfo'),
    ].map((found) => found.filter({ visible: true }).count())
    counts[appPage.name] = await Promise.all(inSight)
  }
  expect(counts).toEqual(Object.fromEntries(pages.map(({ name }) => [name, [1, 1, 1, 1]])))
})

/** Goes through the page in front with Tab and says what is never reached, not marked, or hidden behind something. */
const keyboardTrouble = async (page: Page): Promise<string[]> => {
  const expected = await page.evaluate(() => {
    const shown = [
      ...document.querySelectorAll<HTMLElement>('[role=button],[role=link],[role=radio],[role=tab],input,textarea'),
    ]
      .filter((element) => element.checkVisibility() && element.getAttribute('aria-disabled') !== 'true')
      .filter((element) => !document.querySelector('[role=dialog]') || element.closest('[role=dialog]'))
    shown.forEach((element, index) => {
      element.dataset['expected'] = String(index)
    })
    return shown.map((element) => (element.getAttribute('aria-label') ?? element.innerText).split('\n')[0] ?? '')
  })
  const reached = new Set<number>()
  const trouble: string[] = []
  for (let count = 0; count < expected.length + 3; count += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element.dataset['expected'] === undefined) return undefined
      const { left, top, width, height } = element.getBoundingClientRect()
      const onTop = document.elementFromPoint(left + width / 2, top + height / 2)
      const style = getComputedStyle(element)
      return {
        index: Number(element.dataset['expected']),
        isMarked: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
        isInSight: onTop !== null && (element.contains(onTop) || onTop.contains(element)),
      }
    })
    if (!at || reached.has(at.index)) continue
    reached.add(at.index)
    if (!at.isMarked) trouble.push(`${expected[at.index]} has the keyboard and does not show it`)
    if (!at.isInSight) trouble.push(`${expected[at.index]} has the keyboard behind something`)
  }
  return [
    ...trouble,
    ...expected.filter((_name, index) => !reached.has(index)).map((name) => `${name} is never reached`),
  ]
}

test('the keyboard reaches everything, always in sight', async ({ visit }) => {
  const people = await peopleFor(visit)
  const found: string[] = []
  for (const appPage of pages) {
    const person = people[appPage.who]
    await openWhole(person, appPage)
    found.push(...(await keyboardTrouble(person.page)).map((what) => `${appPage.name}: ${what}`))
  }
  expect(found).toEqual([])
})

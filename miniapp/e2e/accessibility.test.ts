import { beforeAll, expect } from 'vitest'
import { axeFindings, tappableWithoutRole } from './support/axe'
import { test } from './support/browser-test'
import { keyboardTrouble } from './support/keyboard'
import { type AppPage, openWhole, peopleFor, preparePages } from './support/pages'
import { readAs } from './support/reading'

let pages: AppPage[]

beforeAll(async () => {
  pages = await preparePages()
})

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
        ...[...(await axeFindings(person.page)), ...(await tappableWithoutRole(person.page))].map(
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

import { beforeAll, expect } from 'vitest'
import { SMALL_PHONE, test } from './support/browser-test'
import { complaintsAbout } from './support/complaints'
import { type AppPage, openWhole, peopleFor, preparePages } from './support/pages'
import { ALL_READINGS, readAs } from './support/reading'

let pages: AppPage[]

beforeAll(async () => {
  pages = await preparePages()
})

test.for(ALL_READINGS)(
  'on the narrowest phone every page fits and can be hit and read: $name',
  async (reading, { visit }) => {
    const people = await peopleFor(visit, { viewport: SMALL_PHONE })
    for (const person of Object.values(people)) await readAs(person, reading)
    const found: string[] = []
    for (const page of pages) {
      const person = people[page.who]
      await openWhole(person, page)
      const wrong = await complaintsAbout(person.page, reading)
      found.push(...wrong.map((what) => `${page.name} (${reading.name}) ${what}`))
    }
    expect(found).toEqual([])
  },
)

test('in 长辈版 the words of the main buttons and services are at least 24 px', async ({ visit }) => {
  const { resident } = await peopleFor(visit)
  await readAs(resident, { language: 'zh', isElderMode: true })
  const size = (words: string) =>
    resident.page
      .getByText(words, { exact: true })
      .filter({ visible: true })
      .evaluateAll((found) => found.map((element) => Number.parseFloat(getComputedStyle(element).fontSize)))
  const sizes = (await Promise.all(['说一件事', '我说的事', '打电话找人'].map(size))).flat()
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24)
})

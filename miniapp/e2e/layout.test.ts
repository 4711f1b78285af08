import { beforeAll, expect } from 'vitest'
import { SMALL_PHONE, test } from './support/browser-test'
import { overflowing, tappables, textSizes } from './support/measure'
import { type AppPage, openWhole, peopleFor, preparePages } from './support/pages'
import type { Person } from './support/person'
import { ALL_READINGS, nameOf, type Reading, readAs } from './support/reading'

const TIBETAN = /[\u0f00-\u0fff]/

let pages: AppPage[]

beforeAll(async () => {
  pages = await preparePages()
})

/** Sentences about what is too small or does not fit; half a pixel is the browser's rounding. */
const complaints = async ({ page }: Person, { language, isElderMode }: Reading): Promise<string[]> => {
  const target = isElderMode ? 60 : 44
  const smallest = isElderMode ? 18 : 14
  const sizes = await textSizes(page)
  return [
    ...(await overflowing(page)).map((what) => `does not fit: ${what}`),
    ...(await tappables(page))
      .filter(({ width, height }) => Math.min(width, height) < target - 0.5)
      .map(({ name, width, height }) => `too small to hit: ${name} ${width}×${height}`),
    ...sizes.filter(({ size }) => size < smallest).map(({ text, size }) => `letters of ${size}px: ${text}`),
    ...sizes
      .filter(({ text, lineHeight }) => lineHeight < (language === 'bo' && TIBETAN.test(text) ? 1.75 : 1.29))
      .map(({ text, lineHeight }) => `lines ${lineHeight.toFixed(2)} apart: ${text}`),
  ]
}

test.for(ALL_READINGS)(
  'on the narrowest phone every page fits and can be hit and read: $language $isElderMode',
  async (reading, { visit }) => {
    const people = await peopleFor(visit, { viewport: SMALL_PHONE })
    for (const person of Object.values(people)) await readAs(person, reading)
    const found: string[] = []
    for (const page of pages) {
      const person = people[page.who]
      await openWhole(person, page)
      const wrong = await complaints(person, reading)
      found.push(...wrong.map((what) => `${page.name} (${nameOf(reading)}) ${what}`))
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

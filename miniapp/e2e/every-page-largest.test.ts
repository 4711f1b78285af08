import { expect } from 'vitest'
import { test } from './support/browser-test'
import { isReaching, walkEveryPage } from './support/every-page'
import { textSizes } from './support/measure'
import { signIn } from './support/people'
import { personAt } from './support/person'
import { CHINESE_ELDER_LARGEST, CHINESE_LARGEST, readAs, TIBETAN_ELDER_LARGEST } from './support/reading'
import { expectNoViolations } from './support/violations'

/** Where it is tightest stands for all of them. */
const READINGS = isReaching ? [CHINESE_LARGEST, CHINESE_ELDER_LARGEST, TIBETAN_ELDER_LARGEST] : [CHINESE_ELDER_LARGEST]

test.for(READINGS)(
  'with letters as large as they can be every page fits: $name',
  { timeout: 900_000 },
  async (reading, { visit }) => {
    // In Tibetan a name that staff type is longer than any line: a field of one line scrolls.
    const isSample = !isReaching || reading.language === 'bo'
    const { violations, walked } = await walkEveryPage(visit, reading, [], { isSample })
    expectNoViolations(violations, walked)
  },
)

test('at the largest step of 长辈版 main labels reach 30 px and nothing to read is under 22', async ({ visit }) => {
  const person = personAt(await visit())
  await signIn(person, 'resident')
  await readAs(person, CHINESE_ELDER_LARGEST)
  await person.open('/')
  const label = person.page.getByText('说一件事', { exact: true }).filter({ visible: true }).first()
  expect(await label.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))).toBe(30)
  const sizes = await textSizes(person.page)
  expect(sizes.filter(({ size }) => size < 22)).toEqual([])
})

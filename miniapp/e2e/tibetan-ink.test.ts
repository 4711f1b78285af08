import { resolve } from 'node:path'
import { expect } from 'vitest'
import { findSentences } from '../src/platform/i18n/find-sentences'
import { test } from './support/browser-test'
import { cutInk } from './support/ink'
import { personAt } from './support/person'
import { readAs, TIBETAN, TIBETAN_ELDER } from './support/reading'
import { lettersMissing } from './support/real-letters'

/** Every wording that is shown in Tibetan. */
const attested = [
  ...new Set(findSentences(resolve(import.meta.dirname, '../..')).flatMap(({ bo }) => (bo === undefined ? [] : [bo]))),
]

test.for([TIBETAN, TIBETAN_ELDER])(
  'every attested word stands whole in its line, in every size of letters: $name',
  async (reading, { visit }) => {
    const person = personAt(await visit())
    await readAs(person, reading)
    expect(attested.length).toBeGreaterThan(30)
    expect(await lettersMissing(person.page)).toEqual([])
    expect(await cutInk(person.page, attested)).toEqual([])
  },
)

test('a line that is too low for a stack is noticed', async ({ visit }) => {
  const person = personAt(await visit())
  await readAs(person, TIBETAN)
  await person.page.evaluate(() =>
    document.querySelector<HTMLElement>('.lb-root')?.style.setProperty('--line-height', '1'),
  )
  expect(await cutInk(person.page, ['བསྒྲུབས'])).not.toEqual([])
})

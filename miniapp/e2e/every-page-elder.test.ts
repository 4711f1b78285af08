import { expect } from 'vitest'
import { test } from './support/browser-test'
import { hasNoAxeFindings, isReaching, saysWhatCanBeTapped, walkEveryPage, worksByKeyboard } from './support/every-page'
import { signIn } from './support/people'
import { personAt } from './support/person'
import { CHINESE_ELDER, readAs } from './support/reading'
import { expectNoViolations } from './support/violations'

test('in 长辈版 the pages fit, can be hit and read, and name their parts', {
  timeout: 900_000,
}, async ({ visit }) => {
  const checks = [saysWhatCanBeTapped, hasNoAxeFindings, ...(isReaching ? [worksByKeyboard] : [])]
  const { violations, walked } = await walkEveryPage(visit, CHINESE_ELDER, checks, { isSample: !isReaching })
  expectNoViolations(violations, walked)
})

test('in 长辈版 the words of the main buttons and services are at least 24 px', async ({ visit }) => {
  const resident = personAt(await visit())
  await signIn(resident, 'resident')
  await readAs(resident, CHINESE_ELDER)
  const size = (words: string) =>
    resident.page
      .getByText(words, { exact: true })
      .filter({ visible: true })
      .evaluateAll((found) => found.map((element) => Number.parseFloat(getComputedStyle(element).fontSize)))
  const sizes = (await Promise.all(['说一件事', '我说的事', '打电话找人'].map(size))).flat()
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24)
})

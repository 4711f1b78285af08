import { test } from './support/browser-test'
import {
  hasLandmarks,
  hasNoAxeFindings,
  saysWhatCanBeTapped,
  walkEveryPage,
  worksByKeyboard,
} from './support/every-page'
import { CHINESE } from './support/reading'
import { expectNoViolations } from './support/violations'

test('every page fits, can be hit and read, names its parts, is reached by the keyboard, and nothing complains', {
  timeout: 900_000,
}, async ({ visit }) => {
  // The keyboard comes last: it moves about.
  const checks = [hasLandmarks, saysWhatCanBeTapped, hasNoAxeFindings, worksByKeyboard]
  const { violations, walked } = await walkEveryPage(visit, CHINESE, checks)
  expectNoViolations(violations, walked)
})

import { expect } from 'vitest'
import { test } from './support/browser-test'
import {
  fits,
  hasLandmarks,
  hasNoAxeFindings,
  saysWhatCanBeTapped,
  walkEveryPage,
  worksByKeyboard,
} from './support/every-page'
import { CHINESE } from './support/reading'

test('every page fits the narrowest phone, names its parts, is reached by the keyboard, and nothing complains', {
  timeout: 400_000,
}, async ({ visit }) => {
  // The keyboard comes last: it moves about.
  const checks = [fits, hasLandmarks, saysWhatCanBeTapped, hasNoAxeFindings, worksByKeyboard]
  expect(await walkEveryPage(visit, CHINESE, checks)).toEqual([])
})

import { expect } from 'vitest'
import { test } from './support/browser-test'
import { fits, walkEveryPage } from './support/every-page'
import { TIBETAN, TIBETAN_ELDER } from './support/reading'

test.for([TIBETAN, TIBETAN_ELDER])(
  'in Tibetan every page fits the narrowest phone, can be hit and read: $name',
  { timeout: 300_000 },
  async (reading, { visit }) => {
    expect(await walkEveryPage(visit, reading, [fits])).toEqual([])
  },
)

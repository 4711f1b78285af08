import { expect } from 'vitest'
import { test } from './support/browser-test'
import { fits, isReaching, walkEveryPage } from './support/every-page'
import { TIBETAN, TIBETAN_ELDER } from './support/reading'

test.for([TIBETAN, TIBETAN_ELDER])(
  'in Tibetan the pages fit the narrowest phone, can be hit and read: $name',
  { timeout: 300_000 },
  async (reading, { visit }) => {
    expect(await walkEveryPage(visit, reading, [fits], { isSample: !isReaching })).toEqual([])
  },
)

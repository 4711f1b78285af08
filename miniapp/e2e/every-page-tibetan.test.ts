import { test } from './support/browser-test'
import { isReaching, walkEveryPage } from './support/every-page'
import { TIBETAN, TIBETAN_ELDER } from './support/reading'
import { expectNoViolations } from './support/violations'

test.for([TIBETAN, TIBETAN_ELDER])(
  'in Tibetan the pages fit, can be hit and read, and would if all of them were translated: $name',
  { timeout: 900_000 },
  async (reading, { visit }) => {
    const { violations, walked } = await walkEveryPage(visit, reading, [], { isSample: !isReaching })
    expectNoViolations(violations, walked)
  },
)

import { test } from './support/browser-test'
import { hasNoAxeFindings, isReaching, saysWhatCanBeTapped, walkEveryPage } from './support/every-page'
import { TIBETAN, TIBETAN_ELDER } from './support/reading'
import { expectNoViolations } from './support/violations'

test.for(isReaching ? [TIBETAN, TIBETAN_ELDER] : [TIBETAN])(
  'in Tibetan the pages fit, can be hit and read, and would if all of them were translated: $name',
  { timeout: 900_000 },
  async (reading, { visit }) => {
    const checks = [saysWhatCanBeTapped, hasNoAxeFindings]
    const { violations, walked } = await walkEveryPage(visit, reading, checks, { isSample: !isReaching })
    expectNoViolations(violations, walked)
  },
)

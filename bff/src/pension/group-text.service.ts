import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { dayInGroupText, fillGroupText } from '@little-bench/shared/pension/group-text'
import { proofStanding } from '@little-bench/shared/pension/windows'
import type { Engine } from '../work-queue/index.ts'
import { communityWithPension } from './pension-community.ts'

/** Where 「我的认证」 stands on the web; it opens in WeChat too. */
const PAGE = '/pension/pages/proof/index'

/** A text that anybody can paste into a group: it speaks of the window and of nobody. Errors: `not_found`. */
export const groupText = (
  engine: Engine,
  { communityId, language, pagesUrl }: { communityId: string; language: Language; pagesUrl: string },
): { text: string } => {
  const community = communityWithPension(engine, communityId)
  const { rule, groupText: template, offices } = community.pension
  const today = shanghaiTime(engine.clock.now()).date
  // Of somebody who has not done it: the window that is open now.
  const { from, dueOn } = proofStanding(rule, { since: today, lastDoneOn: null }, today)
  const text = fillGroupText(template, language, {
    community: inLanguage(community.name, language),
    from: dayInGroupText(from),
    dueOn: dayInGroupText(dueOn),
    link: `${pagesUrl}${PAGE}?communityId=${encodeURIComponent(communityId)}`,
    phone: offices[0]?.phone ?? '',
  })
  return { text }
}

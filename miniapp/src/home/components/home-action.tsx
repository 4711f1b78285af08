import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { homeText } from '../home.text'
import { type Abilities, useAbilities } from '../use-abilities'

/** The one main thing to do: say something, or for those who only work here, what they came for. */
export const HomeAction = () => {
  const t = useText(homeText)
  const { words, open } = actionOf(useAbilities())
  return (
    <Button kind='primary' isWide onPress={open}>
      {t(words)}
    </Button>
  )
}

/** Who cooks or looks after children has one page open all day, and it is not the desk. */
const actionOf = ({
  canReport,
  servesQueues,
  assistsResidents,
  servesMeals,
  caresForChildren,
  makesVisits,
}: Abilities) => {
  if (canReport || !servesQueues) return { words: 'report', open: () => openPage('issues/pages/report/index') } as const
  if (caresForChildren) return { words: 'roster', open: () => openPage('childcare/pages/roster/index', {}) } as const
  if (servesMeals && !assistsResidents)
    return { words: 'kitchen', open: () => openPage('kitchen/pages/today/index', {}) } as const
  if (makesVisits && !assistsResidents)
    return { words: 'visits', open: () => openPage('pension/pages/round/index', {}) } as const
  return { words: 'staffDesk', open: () => openPage('work-queue/pages/inbox/index', {}) } as const
}

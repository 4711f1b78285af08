import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { homeText } from '../home.text'
import { useAbilities } from '../use-abilities'

/** The one main thing to do: say something, or for those who only work here, see what is to be done. */
export const HomeAction = () => {
  const t = useText(homeText)
  const { canReport, servesQueues } = useAbilities()
  const isAtWork = servesQueues && !canReport
  const open = () => (isAtWork ? openPage('work-queue/pages/inbox/index', {}) : openPage('issues/pages/report/index'))
  return (
    <Button kind='primary' isWide onPress={open}>
      {t(isAtWork ? 'staffDesk' : 'report')}
    </Button>
  )
}

import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { homeText } from '../home.text'

/** How the community did, for anybody who wants to know; below everything that somebody came to do. */
export const FiguresLink = ({ communityId }: { communityId: string }) => {
  const t = useText(homeText)
  return (
    <Button kind='quiet' isWide onPress={() => openPage('work-queue/pages/figures/index', { communityId })}>
      {t('figures')}
    </Button>
  )
}

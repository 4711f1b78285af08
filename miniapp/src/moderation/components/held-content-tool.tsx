import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { useHeldContent } from '../moderation.api'
import { moderationText } from '../moderation.text'

/** The way to what waits, with how much that is, for whoever decides. */
export const HeldContentTool = () => {
  const t = useText(moderationText)
  const count = useHeldContent('waiting').data?.pages[0]?.waiting ?? 0
  return (
    <Button shape='start' icon='image' onPress={() => openPage('moderation/pages/held/index')}>
      {count > 0 ? t('toolWithCount', { count }) : t('title')}
    </Button>
  )
}

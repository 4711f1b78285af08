import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { inboxText } from '../inbox.text'
import type { Inbox } from '../use-inbox'

export const RefreshButton = ({ inbox }: { inbox: Inbox }) => {
  const t = useText(inboxText)
  return (
    <Button
      kind='quiet'
      icon='refresh'
      isBusy={inbox.queues.isFetching || inbox.pages.query.isFetching}
      onPress={() => void inbox.refresh()}
    >
      {t('refresh')}
    </Button>
  )
}

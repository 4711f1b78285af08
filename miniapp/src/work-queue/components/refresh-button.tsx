import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import type { Inbox } from '../use-inbox'
import { workQueueText } from '../work-queue.text'

export const RefreshButton = ({ inbox }: { inbox: Inbox }) => {
  const t = useText(workQueueText)
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

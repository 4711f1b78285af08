import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import type { QueueView } from '../work-item.api'
import { workQueueText } from '../work-queue.text'

interface EmptyViewProps {
  view: QueueView
  onChangeView: (view: QueueView) => void
}

/** Nothing in this view: what will be here, and how it gets here. */
export const EmptyView = ({ view, onChangeView }: EmptyViewProps) => {
  const t = useText(workQueueText)
  switch (view) {
    case 'open':
      return <Empty icon='check' title={t('emptyOpen')} next={t('emptyOpenNext')} />
    case 'mine':
      return (
        <Empty
          icon='inbox'
          title={t('emptyMine')}
          next={t('emptyMineNext')}
          action={<Button onPress={() => onChangeView('open')}>{t('emptyMineAction')}</Button>}
        />
      )
    case 'resolved':
      return <Empty icon='inbox' title={t('emptyResolved')} next={t('emptyResolvedNext')} />
    case 'closed':
      return <Empty icon='inbox' title={t('emptyClosed')} next={t('emptyClosedNext')} />
  }
}

import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { Sheet } from '../../ui/sheet'
import { inboxText } from '../inbox.text'
import { countOf } from '../queue-counts'
import { VIEWS } from '../view-names'
import type { MyQueue, QueueView } from '../work-item.api'

interface ViewSheetProps {
  queue: MyQueue
  view: QueueView
  onChange: (view: QueueView) => void
  onClose: () => void
}

/** All views, each with what it shows. */
export const ViewSheet = ({ queue, view, onChange, onClose }: ViewSheetProps) => {
  const t = useText(inboxText)
  const nameOf = (each: QueueView) => {
    const count = countOf(queue, each)
    return count === undefined ? t(each) : t('viewCount', { name: t(each), count })
  }
  const choose = (to: QueueView) => {
    onChange(to)
    onClose()
  }
  return (
    <Sheet isOpen title={t('moreViews')} onClose={onClose}>
      <ChoiceList
        label={t('views')}
        choices={VIEWS.map((each) => ({ value: each, name: nameOf(each), note: t(`${each}About`) }))}
        value={view}
        onChange={choose}
      />
    </Sheet>
  )
}

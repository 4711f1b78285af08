import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { Sheet } from '../../ui/sheet'
import { Tabs } from '../../ui/tabs'
import { inboxText } from '../inbox.text'
import type { FilterKind } from '../queue-filter'
import type { FilterChoices } from '../use-filter-choices'
import type { QueueFilter } from '../work-item.api'
import styles from './filter-sheet.module.scss'

interface FilterSheetProps {
  filter: QueueFilter
  offered: FilterChoices
  /** Null takes the condition away. */
  onChoose: (kind: FilterKind, value: string | null) => void
  onClose: () => void
}

/** One kind of condition at a time; one tap narrows the list and closes. */
export const FilterSheet = ({ filter, offered, onChoose, onClose }: FilterSheetProps) => {
  const t = useText(inboxText)
  const [wanted, setWanted] = useState<FilterKind>()
  const kind = wanted ?? offered.kinds[0] ?? 'assigneeId'
  const choices = offered.choices[kind]
  return (
    <Sheet isOpen title={t('filter')} onClose={onClose}>
      <Tabs
        label={t('filterBy')}
        tabs={offered.kinds.map((each) => ({ value: each, name: t(each) }))}
        value={kind}
        onChange={setWanted}
      />
      {offered.needsCommunity && <View className={styles.hint}>{t('communityFirst')}</View>}
      <ChoiceList<string>
        key={kind}
        label={t(kind)}
        choices={[{ value: '', name: t('all') }, ...choices]}
        value={filter[kind] ?? ''}
        onChange={(value) => onChoose(kind, value === '' ? null : value)}
        hasSearch={choices.length > 8}
      />
    </Sheet>
  )
}

import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { inboxText } from '../inbox.text'
import type { Inbox } from '../use-inbox'
import type { InboxList } from '../use-inbox-list'
import type { MyQueue } from '../work-item.api'
import { FilterBar } from './filter-bar'
import styles from './inbox-toolbar.module.scss'
import { SavedViews } from './saved-views'

interface InboxToolbarProps {
  inbox: Inbox
  queue: MyQueue
  inboxList: InboxList
  /** The filters, opened by the button or by a key. */
  filterSheet: { isOpen: boolean; onOpen: () => void; onClose: () => void }
  /** A button starts choosing where rows have no box of their own. */
  hasSelectButton?: boolean
  /** Other ways from here. */
  end?: ReactNode
}

/** Narrowing, own views, and choosing several. */
export const InboxToolbar = ({
  inbox,
  queue,
  inboxList,
  filterSheet,
  hasSelectButton = false,
  end,
}: InboxToolbarProps) => {
  const t = useText(inboxText)
  const { selection, canSelect } = inboxList
  return (
    <View className={styles.toolbar}>
      <FilterBar inbox={inbox} queue={queue} {...filterSheet} />
      {hasSelectButton && canSelect && !selection.isOn && (
        <Button icon='list' onPress={selection.start}>
          {t('select')}
        </Button>
      )}
      {end}
      <SavedViews inbox={inbox} queue={queue} />
    </View>
  )
}

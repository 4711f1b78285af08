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
  /** On a telephone: choosing begins with a button, as rows have no box of their own, and all of them share one line. */
  isPhone?: boolean
  /** Other ways from here. */
  end?: ReactNode
}

/** Narrowing, own views, and choosing several. */
export const InboxToolbar = ({ inbox, queue, inboxList, filterSheet, isPhone = false, end }: InboxToolbarProps) => {
  const t = useText(inboxText)
  const { selection, canSelect } = inboxList
  return (
    <View className={styles.toolbar}>
      <FilterBar inbox={inbox} queue={queue} shape={isPhone ? 'stacked' : undefined} {...filterSheet} />
      {isPhone && canSelect && !selection.isOn && (
        <Button icon='check' shape='stacked' onPress={selection.start}>
          {t('select')}
        </Button>
      )}
      {end}
      <SavedViews inbox={inbox} queue={queue} />
    </View>
  )
}

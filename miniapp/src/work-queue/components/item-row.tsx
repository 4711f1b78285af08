import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import { StatusChip } from '../../ui/status-chip'
import { assigneeWords, statusChip } from '../item-status'
import { rowIdOf } from '../row-focus'
import type { QueueItem } from '../work-item.api'
import { workQueueText } from '../work-queue.text'
import styles from './item-row.module.scss'

interface ItemRowProps {
  item: QueueItem
  now: Date
  onOpen: () => void
  /** Shown beside the list at this moment. */
  isOpen?: boolean
}

/** One line of a queue: clock, what and where, who said it, who has it. */
export const ItemRow = ({ item, now, onOpen, isOpen = false }: ItemRowProps) => {
  const t = useText(workQueueText)
  const chip = statusChip(item, now, t)
  const assignee = assigneeWords(item, t)
  return (
    <View id={rowIdOf(item.id)} {...a11y({ role: 'listitem' })}>
      <Pressable
        current={isOpen ? 'true' : undefined}
        onPress={onOpen}
        className={classNames(styles.row, chip.tone === 'late' && styles.late, isOpen && styles.open)}
      >
        <View className={styles.top}>
          <StatusChip word={chip.word} tone={chip.tone} />
          <View className={classNames(styles.assignee, item.assignee?.isYou && styles.yours)}>
            <Icon name='person' className={styles.icon} />
            <Text>{assignee}</Text>
          </View>
        </View>
        <View className={styles.title}>{item.title}</View>
        <View className={styles.about}>
          <Text>{t('rowWho', { name: item.requesterName })}</Text>
          <Text>{item.receiptNumber}</Text>
        </View>
      </Pressable>
    </View>
  )
}

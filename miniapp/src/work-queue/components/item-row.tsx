import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import { StatusChip } from '../../ui/status-chip'
import { inboxText } from '../inbox.text'
import { assigneeWords, statusChip } from '../item-status'
import { rowIdOf } from '../row-focus'
import { rowMarks } from '../row-marks'
import { serviceText } from '../service.text'
import type { QueueItem } from '../work-item.api'
import { workQueueText } from '../work-queue.text'
import styles from './item-row.module.scss'

interface ItemRowProps {
  item: QueueItem
  now: Date
  onOpen: () => void
  /** Shown beside the list at this moment. */
  isOpen?: boolean
  /** No longer in the list; it stays where somebody reads. */
  isGone?: boolean
  /** `beside`: a box of its own. `whole`: the row itself is the box. */
  selecting?: 'beside' | 'whole' | undefined
  isChosen?: boolean
  onToggle?: () => void
  /** The queue serves many communities. */
  hasCommunity?: boolean
  /** The words of it that somebody looked for. */
  excerpt?: ReactNode
}

/** One line of a queue: clock, what and where, who said it or which service it is for, who has it. */
export const ItemRow = ({
  item,
  now,
  onOpen,
  isOpen = false,
  isGone = false,
  selecting,
  isChosen = false,
  onToggle,
  hasCommunity = false,
  excerpt,
}: ItemRowProps) => {
  const t = useText(workQueueText)
  const words = useText(inboxText)
  const services = useText(serviceText)
  const chip = statusChip(item, now, t)
  const marks = rowMarks(item, words)
  const box = (
    <View className={classNames(styles.box, isChosen && styles.boxChosen)}>{isChosen && <Icon name='check' />}</View>
  )
  return (
    <View id={rowIdOf(item.id)} className={styles.line} {...a11y({ role: 'listitem' })}>
      {selecting === 'beside' && onToggle && (
        <Pressable
          kind='checkbox'
          checked={isChosen}
          label={words('selectItem', { title: item.title })}
          onPress={onToggle}
          className={styles.select}
        >
          {box}
        </Pressable>
      )}
      <Pressable
        {...(selecting === 'whole' ? { kind: 'checkbox', checked: isChosen } : {})}
        current={isOpen ? 'true' : undefined}
        onPress={selecting === 'whole' && onToggle ? onToggle : onOpen}
        className={classNames(
          styles.row,
          chip.tone === 'late' && styles.late,
          isOpen && styles.open,
          isGone && styles.gone,
        )}
      >
        <View className={styles.top}>
          <View className={styles.lead}>
            {selecting === 'whole' && box}
            <StatusChip {...chip} />
          </View>
          <View className={classNames(styles.assignee, item.assignee?.isYou && styles.yours)}>
            <Icon name='person' className={styles.icon} />
            <Text>{assigneeWords(item, t)}</Text>
          </View>
        </View>
        <View className={styles.title}>{item.title}</View>
        {excerpt}
        {marks.length > 0 && (
          <View className={styles.marks}>
            {marks.map(({ word, icon, tone }) => (
              <StatusChip key={word} word={word} icon={icon} tone={tone} />
            ))}
          </View>
        )}
        <View className={styles.about}>
          <Text>{item.isBatch ? services(item.service) : words('rowWho', { name: item.requesterName })}</Text>
          {hasCommunity && <Text>{item.communityName}</Text>}
          <Text>{item.receiptNumber}</Text>
        </View>
        {isGone && <View className={styles.about}>{words('gone')}</View>}
      </Pressable>
    </View>
  )
}

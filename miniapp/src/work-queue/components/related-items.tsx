import { isOpen } from '@little-bench/shared/work-queue/lifecycle'
import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { a11y } from '../../ui/a11y'
import { Card } from '../../ui/card'
import { StatusChip } from '../../ui/status-chip'
import { itemText } from '../item.text'
import type { WorkItem } from '../work-item.api'
import { workQueueText } from '../work-queue.text'
import styles from './item-view.module.scss'

type Related = NonNullable<WorkItem['parent']>

/** The item it is part of, its works with their states, what ended in it and what it ended in. */
export const RelatedItems = ({ item }: { item: WorkItem }) => {
  const t = useText(itemText)
  const { communityId, parent, children, mergedInto, duplicates } = item
  const done = children.filter(({ state }) => !isOpen(state)).length
  const groups = [
    { title: t('parent'), items: parent ? [parent] : [] },
    { title: t('children', { count: children.length, done }), items: children },
    { title: t('mergedInto'), items: mergedInto ? [mergedInto] : [] },
    { title: t('duplicates', { count: duplicates.length }), items: duplicates },
  ].filter(({ items }) => items.length > 0)
  return (
    <>
      {groups.map(({ title, items }) => (
        <View key={title}>
          <View className={styles.heading} {...a11y({ role: 'heading', level: 3 })}>
            {title}
          </View>
          {items.map((related) => (
            <RelatedCard key={related.id} communityId={communityId} related={related} />
          ))}
        </View>
      ))}
    </>
  )
}

const RelatedCard = ({ communityId, related }: { communityId: string; related: Related }) => {
  const t = useText(itemText)
  const stateText = useText(workQueueText)
  const { id, receiptNumber, title, state, outcome } = related
  const tone = isOpen(state) ? 'waiting' : outcome === null || outcome === 'solved' ? 'good' : 'plain'
  return (
    <Card
      label={t('related', { number: receiptNumber, title, state: stateText(state) })}
      onPress={() => openPage('work-queue/pages/item/index', { communityId, id })}
    >
      <View className={styles.status}>
        <StatusChip word={stateText(state)} tone={tone} />
        <Text>{title}</Text>
        <Text>{receiptNumber}</Text>
      </View>
    </Card>
  )
}

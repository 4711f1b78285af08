import type { MyItem } from '@little-bench/shared/work-queue/item.contract'
import { Text, View } from '@tarojs/components'
import { useDisplaySettings } from '../../platform/display-settings'
import { Card } from '../../ui/card'
import { StatusChip } from '../../ui/status-chip'
import styles from './item-card.module.scss'
import { itemStatus } from './item-status'

interface ItemCardProps {
  item: MyItem
  onPress: () => void
}

/** One thing that somebody asked for: what, its status in a word and a sentence, its number. */
export const ItemCard = ({ item, onPress }: ItemCardProps) => {
  const language = useDisplaySettings((settings) => settings.language)
  // The list does not say how it was rated; the item's own page does.
  const facts = { ...item, queueName: item.queue.name, ratedSolved: null, isYours: true }
  const status = itemStatus(facts, language)
  return (
    <Card onPress={onPress}>
      <View className={styles.head}>
        <Text className={styles.title}>{item.title}</Text>
        <StatusChip word={status.word} tone={status.tone} />
      </View>
      <View>{status.sentence}</View>
      <View className={styles.number}>
        {item.receiptNumber} · {item.communityName}
      </View>
    </Card>
  )
}

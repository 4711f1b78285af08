import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { useNow } from '../../platform/use-now'
import { Card } from '../../ui/card'
import { type Fact, FactList } from '../../ui/fact-list'
import { StatusChip } from '../../ui/status-chip'
import { itemText } from '../item.text'
import { clockStanding } from '../item-clocks'
import type { WorkItem } from '../work-item.api'
import { workQueueText } from '../work-queue.text'
import styles from './item-view.module.scss'

/** The three promises of an item, each with a word, an icon and its date. */
export const ItemClocks = ({ item }: { item: WorkItem }) => {
  const t = useText(itemText)
  const due = useText(workQueueText)
  const now = useNow()
  const facts = item.clocks.map((view): Fact => {
    const { date, ...chip } = clockStanding(view, item, now, { t, due })
    return {
      name: t(view.clock),
      value: (
        <View className={styles.clock}>
          <StatusChip {...chip} />
          <Text>{date}</Text>
        </View>
      ),
    }
  })
  return (
    <Card>
      <FactList facts={facts} />
    </Card>
  )
}

import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Icon } from '../../ui/icon'
import type { MyQueue } from '../work-item.api'
import { workQueueText } from '../work-queue.text'
import styles from './queue-summary.module.scss'

interface QueueSummaryProps {
  queue: MyQueue
  /** False where the chosen button above already says it. */
  hasName?: boolean
}

/** The counts of the chosen queue in words; screen readers hear them when they change. */
export const QueueSummary = ({ queue, hasName = true }: QueueSummaryProps) => {
  const t = useText(workQueueText)
  return (
    <View className={styles.summary} {...a11y({ role: 'status', live: 'polite' })}>
      {hasName && <Text className={styles.name}>{queue.name}</Text>}
      <Text>{t('queueNow', queue)}</Text>
      {queue.overdue > 0 && (
        <View className={styles.late}>
          <Icon name='alert' className={styles.icon} />
          <Text className={styles.word}>{t('queueLate', queue)}</Text>
        </View>
      )}
    </View>
  )
}

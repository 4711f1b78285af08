import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Icon } from '../../ui/icon'
import { inboxText } from '../inbox.text'
import type { MyQueue } from '../work-item.api'
import styles from './queue-summary.module.scss'

interface QueueSummaryProps {
  queue: MyQueue
  /** False where the chosen button above already says it. */
  hasName?: boolean
}

/** The counts of the chosen queue in words; screen readers hear them when they change. */
export const QueueSummary = ({ queue, hasName = true }: QueueSummaryProps) => {
  const t = useText(inboxText)
  return (
    <View className={styles.summary} {...a11y({ role: 'status', live: 'polite' })}>
      {hasName && <Text className={styles.name}>{queue.name}</Text>}
      <Text>{t('queueNow', queue)}</Text>
      {queue.referredHere > 0 && <Text>{t('queueReferred', queue)}</Text>}
      {queue.passedUp > 0 && <Text>{t('queuePassedUp', queue)}</Text>}
      {queue.overdue > 0 && (
        <View className={styles.late}>
          <Icon name='alert' className={styles.icon} />
          <Text className={styles.word}>{t('queueLate', queue)}</Text>
        </View>
      )}
    </View>
  )
}

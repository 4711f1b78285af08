import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import { inboxText } from '../inbox.text'
import { shortQueueNames } from '../short-queue-names'
import type { MyQueue } from '../work-item.api'
import styles from './queue-list.module.scss'

interface QueueListProps {
  queues: readonly MyQueue[]
  chosenId: string | undefined
  onChoose: (queueId: string) => void
  /** All counts under each name, for the column of a desktop. */
  hasDetails?: boolean
}

/** The queues as buttons with their counts; what is late is said and marked. */
export const QueueList = ({ queues, chosenId, onChoose, hasDetails = false }: QueueListProps) => {
  const t = useText(inboxText)
  const names = hasDetails ? queues.map(({ name }) => name) : shortQueueNames(queues.map(({ name }) => name))
  return (
    <View
      className={classNames(styles.queues, hasDetails && styles.column)}
      {...a11y({ role: 'navigation', label: t('queues') })}
    >
      {queues.map((queue, index) => (
        <Pressable
          key={queue.id}
          current={queue.id === chosenId ? 'true' : undefined}
          onPress={() => onChoose(queue.id)}
          className={classNames(styles.queue, queue.id === chosenId && styles.chosen)}
        >
          <View className={styles.line}>
            <Text className={styles.name}>{names[index]}</Text>
            <Text className={styles.count}>{t('openShort', { count: queue.open })}</Text>
          </View>
          {hasDetails ? <QueueDetails queue={queue} /> : queue.overdue > 0 && <LateCount count={queue.overdue} />}
        </Pressable>
      ))}
    </View>
  )
}

const QueueDetails = ({ queue }: { queue: MyQueue }) => {
  const t = useText(inboxText)
  return (
    <View className={styles.details}>
      <Text>{t('unclaimedShort', { count: queue.unclaimed })}</Text>
      <Text>{t('mineShort', { count: queue.mine })}</Text>
      {queue.referredHere > 0 && <Text>{t('referredShort', { count: queue.referredHere })}</Text>}
      {queue.passedUp > 0 && <Text>{t('passedUpShort', { count: queue.passedUp })}</Text>}
      {queue.followUpsDue > 0 && <Text>{t('followUpsShort', { count: queue.followUpsDue })}</Text>}
      {queue.overdue > 0 && <LateCount count={queue.overdue} />}
    </View>
  )
}

const LateCount = ({ count }: { count: number }) => {
  const t = useText(inboxText)
  return (
    <View className={styles.late}>
      <Icon name='alert' className={styles.lateIcon} />
      <Text className={styles.lateWord}>{t('lateShort', { count })}</Text>
    </View>
  )
}

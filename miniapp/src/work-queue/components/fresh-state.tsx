import { Text, View } from '@tarojs/components'
import type { CallError } from '../../platform/call-error'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { statusSentence } from '../item-status'
import { moveText } from '../move.text'
import { moveKeyOf } from '../move-rules'
import { timelineEntry } from '../timeline-words'
import type { AllowedMove, WorkItem } from '../work-item.api'
import { workQueueText } from '../work-queue.text'
import styles from './fresh-state.module.scss'

interface FreshStateProps {
  /** The item as it was read again after the refusal. */
  item: WorkItem
  asked: AllowedMove
  /** What the server said to the refused move. */
  error: CallError
  isAllowed: boolean
}

/** Somebody moved the item first: how it stands now, what just happened, and whether this move can still be made. */
export const FreshState = ({ item, asked, error, isAllowed }: FreshStateProps) => {
  const t = useText(moveText)
  const itemText = useText(workQueueText)
  const language = useDisplaySettings((settings) => settings.language)
  const latest = item.timeline.at(-1)
  const entry = latest && timelineEntry(latest, language, item)
  return (
    <Card tint='amber'>
      <View {...a11y({ role: 'alert' })}>
        <View className={styles.title}>
          <Icon name='alert' className={styles.icon} />
          <Text>{error.message}</Text>
        </View>
        <View>{t('now', { state: itemText(item.state), sentence: statusSentence(item, itemText) })}</View>
        {entry && (
          <View>
            <Text>{t('lastEvent', { event: entry.title })}</Text>
            {entry.words && <View className={styles.words}>{entry.words}</View>}
          </View>
        )}
        <View className={styles.next}>
          {isAllowed ? t('canContinue') : t('cannotContinue', { move: t(moveKeyOf(asked, item)) })}
        </View>
        {error.requestId && <View className={styles.requestId}>{t('requestId', { id: error.requestId })}</View>}
      </View>
    </Card>
  )
}

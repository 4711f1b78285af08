import { View } from '@tarojs/components'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { itemText } from '../item.text'
import type { WorkItem } from '../work-item.api'
import styles from './item-view.module.scss'

/** Which unit was asked to take it and must answer, since when, and who has it until then. */
export const ReferredNotice = ({ item }: { item: WorkItem }) => {
  const t = useText(itemText)
  const { referredTo, queue, timeline } = item
  const referredAt = [...timeline].reverse().find(({ kind }) => kind === 'referred')?.at
  if (!referredTo) return null
  return (
    <Card tint='amber'>
      <View className={styles.strong}>
        <Icon name='clock' />
        {t('referredTo', { queue: referredTo.name })}
      </View>
      {referredAt && <View>{t('referredSince', { date: dateInSentence(referredAt), own: queue.name })}</View>}
    </Card>
  )
}

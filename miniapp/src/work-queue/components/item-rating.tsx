import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Card } from '../../ui/card'
import type { WorkItem } from '../work-item.api'
import { workQueueText } from '../work-queue.text'
import styles from './resident-words.module.scss'

/** What the resident said about the result. */
export const ItemRating = ({ rating }: { rating: NonNullable<WorkItem['rating']> }) => {
  const t = useText(workQueueText)
  return (
    <Card tint={rating.solved ? 'green' : 'red'}>
      <View className={styles.label} {...a11y({ role: 'heading', level: 3 })}>
        {t('rating')}
      </View>
      <Text>{t(rating.solved ? 'ratingSolved' : 'ratingUnsolved', { satisfaction: rating.satisfaction })}</Text>
      {rating.comment && <View className={styles.words}>{rating.comment}</View>}
    </Card>
  )
}

import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { Skeleton } from '../../ui/skeleton'
import type { useSubject } from '../subject.api'
import { workQueueText } from '../work-queue.text'
import styles from './resident-words.module.scss'

/** The resident's own words, unshortened. */
export const ResidentWords = ({ subject }: { subject: ReturnType<typeof useSubject> }) => {
  const t = useText(workQueueText)
  if (subject.isLoading) return <Skeleton cards={1} />
  if (subject.isError) return <ErrorNotice error={subject.error} onRetry={() => void subject.refetch()} />
  if (!subject.data) return null
  return (
    <Card tint='blue'>
      <View className={styles.label} {...a11y({ role: 'heading', level: 3 })}>
        {t('residentWords')}
      </View>
      <View className={styles.words}>{subject.data.description}</View>
    </Card>
  )
}

import { Text, View } from '@tarojs/components'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { StatusChip } from '../../ui/status-chip'
import type { FollowUp } from '../desk.api'
import { followUpText } from '../follow-up.text'
import styles from './follow-up.module.scss'

interface FollowUpCardProps {
  followUp: FollowUp
  onRecord: () => void
}

/** One call: when, about what, whom, and the way to say what came of it. */
export const FollowUpCard = ({ followUp, onRecord }: FollowUpCardProps) => {
  const t = useText(followUpText)
  const { item, dueOn, isLate, result } = followUp
  const date = dateInSentence(dueOn)
  return (
    <View className={styles.card} {...a11y({ role: 'listitem' })}>
      <Card>
        {result ? (
          <StatusChip word={t(result)} tone={result === 'solved' ? 'good' : 'soon'} />
        ) : (
          <StatusChip word={t(isLate ? 'late' : 'dueOn', { date })} tone={isLate ? 'late' : 'waiting'} />
        )}
        <View className={styles.title}>{item.title}</View>
        <View className={styles.about}>
          <Text>{item.requesterName}</Text>
          <Text>{item.receiptNumber}</Text>
        </View>
        <View className={styles.ways}>
          <Button
            kind='quiet'
            onPress={() => openPage('work-queue/pages/item/index', { communityId: item.communityId, id: item.id })}
          >
            {t('openItem')}
          </Button>
          {!result && (
            <Button icon='edit' onPress={onRecord}>
              {t('record')}
            </Button>
          )}
        </View>
      </Card>
    </View>
  )
}

import type { PublicIssue } from '@little-bench/shared/issues/contract'
import { Text, View } from '@tarojs/components'
import { dateInSentence } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Card } from '../../ui/card'
import { StatusChip } from '../../ui/status-chip'
import { itemStatus } from '../../work-queue'
import styles from '../issue.module.scss'
import { issueText } from '../issue.text'

/** One public issue: what, where, when, how far; never who. */
export const PublicIssueCard = ({ issue }: { issue: PublicIssue }) => {
  const t = useText(issueText)
  const language = useDisplaySettings((settings) => settings.language)
  const { word, tone } = itemStatus(
    {
      ...issue,
      dueAt: issue.createdAt,
      isOverdue: false,
      canRate: false,
      ratedSolved: null,
      queueName: '',
      isYours: false,
    },
    language,
  )
  const open = () => openPage('issues/pages/detail/index', { communityId: issue.communityId, id: issue.id })
  return (
    <Card onPress={open}>
      <View className={styles.head}>
        <Text className={styles.strong}>{issue.serviceName}</Text>
        <StatusChip word={word} tone={tone} />
      </View>
      <View className={styles.words}>{issue.description}</View>
      <View className={styles.caption}>
        {issue.placeName ?? t('onMap')} · {t('saidOn', { date: dateInSentence(issue.createdAt) })}
      </View>
    </Card>
  )
}

import type { PublicIssue } from '@little-bench/shared/issues/contract'
import { View } from '@tarojs/components'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Card } from '../../ui/card'
import styles from '../issue.module.scss'
import { issueText } from '../issue.text'
import { PublicIssueWords } from './public-issue-words'
import { PublicState } from './public-state'

/** One public issue: what, where, when, how far; never who. */
export const PublicIssueCard = ({ issue }: { issue: PublicIssue }) => {
  const t = useText(issueText)
  const { endorsements } = issue
  const open = () => openPage('issues/pages/detail/index', { communityId: issue.communityId, id: issue.id })
  return (
    <Card onPress={open}>
      <PublicIssueWords
        {...issue}
        where={`${issue.placeName ?? t('onMap')} · ${t('saidOn', { date: dateInSentence(issue.createdAt) })}`}
        end={<PublicState issue={issue} />}
      />
      {endorsements > 0 && <View className={styles.caption}>{t('endorsements', { count: endorsements })}</View>}
    </Card>
  )
}

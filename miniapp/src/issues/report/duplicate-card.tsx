import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useNow } from '../../platform/use-now'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { ageWords } from '../age-words'
import { PublicIssueWords } from '../components/public-issue-words'
import { PublicState } from '../components/public-state'
import styles from '../issue.module.scss'
import { issueText } from '../issue.text'
import { type LikelyDuplicate, useEndorsing } from '../neighbour.api'
import { reportText } from './report.text'
import { useReporter } from './report-action'

interface DuplicateCardProps {
  issue: LikelyDuplicate
  onFollowed: (issue: LikelyDuplicate, endorsements: number) => void
}

/** Enough of what a neighbour said to see whether it is the same, and one tap to say so. */
export const DuplicateCard = ({ issue, onFollowed }: DuplicateCardProps) => {
  const t = useText(issueText)
  const words = useText(reportText)
  const reporter = useReporter()
  const endorsing = useEndorsing(issue)
  const place = issue.placeName ?? t('onMap')
  const { endorsements, metres } = issue
  const how = issue.isSamePlace ? words('samePlace') : metres === null ? undefined : words('metres', { metres })
  const endorse = () => {
    if (reporter === 'nobody') openPage('people/pages/sign-in/index')
    else endorsing.mutate('endorse', { onSuccess: (answer) => onFollowed(issue, answer.endorsements) })
  }
  return (
    <View {...a11y({ role: 'group', label: issue.description || issue.serviceName })}>
      <Card>
        <PublicIssueWords
          {...issue}
          where={[place, how, ageWords(issue.createdAt, useNow(), t)].filter(Boolean).join(' · ')}
          end={<PublicState issue={issue} />}
        />
        {endorsements > 0 && <View className={styles.caption}>{t('endorsements', { count: endorsements })}</View>}
        {endorsing.isError && <ErrorNotice error={endorsing.error} />}
        {issue.isEndorsed && <View>{t('yoursToo')}</View>}
        <View className={styles.ways}>
          {(reporter === 'nobody' || issue.canEndorse) && !issue.isEndorsed && (
            <Button icon='plus' isBusy={endorsing.isPending} onPress={endorse}>
              {t(reporter === 'nobody' ? 'signInToEndorse' : 'endorse')}
            </Button>
          )}
          <Button
            kind='quiet'
            onPress={() => openPage('issues/pages/detail/index', { communityId: issue.communityId, id: issue.id })}
          >
            {words('seeIt')}
          </Button>
        </View>
      </Card>
    </View>
  )
}

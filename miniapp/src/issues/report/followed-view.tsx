import { View } from '@tarojs/components'
import { useState } from 'react'
import { OfflineWay } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { HOME_PAGE, replacePage, restartAt } from '../../platform/navigation'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { Page } from '../../ui/page'
import { Section } from '../../ui/section'
import { PublicIssueWords } from '../components/public-issue-words'
import { issueText } from '../issue.text'
import { type LikelyDuplicate, useEndorsing } from '../neighbour.api'
import styles from './report.module.scss'
import { reportText } from './report.text'

interface FollowedViewProps {
  issue: LikelyDuplicate
  endorsements: number
  /** Takes what was written off the phone. */
  onDrop: () => void
  /** 我也一样 was taken back: the report goes on. */
  onUndone: () => void
}

/** The end of a report that a neighbour had made before: what comes next, what becomes of the words, how to take it back. */
export const FollowedView = ({ issue, endorsements, onDrop, onUndone }: FollowedViewProps) => {
  const t = useText(reportText)
  const words = useText(issueText)
  const endorsing = useEndorsing(issue)
  const [draft, setDraft] = useState<'asked' | 'dropped' | 'draftStays'>('asked')
  const drop = () => {
    onDrop()
    setDraft('dropped')
  }
  return (
    <Page
      title={t('followed')}
      action={
        <Button
          kind='primary'
          isWide
          onPress={() => replacePage('issues/pages/detail/index', { communityId: issue.communityId, id: issue.id })}
        >
          {t('seeIt')}
        </Button>
      }
    >
      <View {...a11y({ role: 'status', live: 'polite' })}>
        <Card tint='green'>
          <View className={styles.strong}>{t('followedWords', { count: endorsements })}</View>
        </Card>
      </View>
      <Card>
        <PublicIssueWords {...issue} where={issue.placeName ?? words('onMap')} />
      </Card>
      <Section title={t('writtenTitle')}>
        {draft === 'asked' && (
          <>
            <View className={styles.spaced}>{t('writtenWords')}</View>
            <View className={styles.row}>
              <Button icon='close' onPress={drop}>
                {t('dropDraft')}
              </Button>
              <Button icon='edit' onPress={() => setDraft('draftStays')}>
                {t('keepDraft')}
              </Button>
            </View>
          </>
        )}
        <View {...a11y({ role: 'status', live: 'polite' })}>{draft !== 'asked' && t(draft)}</View>
      </Section>
      {endorsing.isError && <ErrorNotice error={endorsing.error} />}
      <View className={styles.row}>
        {draft !== 'dropped' && (
          <Button
            kind='quiet'
            icon='undo'
            isBusy={endorsing.isPending}
            onPress={() => endorsing.mutate('withdraw', { onSuccess: onUndone })}
          >
            {t('notThisOne')}
          </Button>
        )}
        <Button icon='home' onPress={() => restartAt(HOME_PAGE)}>
          {t('goHome')}
        </Button>
      </View>
      <OfflineWay communityId={issue.communityId} />
    </Page>
  )
}

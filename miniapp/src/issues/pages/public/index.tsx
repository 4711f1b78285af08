import { View } from '@tarojs/components'
import { useState } from 'react'
import { CommunityChoice, OfflineWay, useMyCommunity } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { LoadMore } from '../../components/load-more'
import { PublicIssueCard } from '../../components/public-issue-card'
import { ReportButton } from '../../components/report-button'
import { PUBLIC_ISSUES_KEY, usePublicIssues } from '../../issue.api'
import styles from '../../issue.module.scss'
import { issueText } from '../../issue.text'

export default function PublicIssuesPage() {
  const t = useText(issueText)
  const [isChoosing, setChoosing] = useState(false)
  const { community, error, retry } = useMyCommunity()
  useRefreshOnShow(PUBLIC_ISSUES_KEY)
  return (
    <Page title={t('publicItems')} action={<ReportButton />}>
      <View className={styles.row}>
        {community && <View className={styles.strong}>{community.name}</View>}
        <Button icon='pin' onPress={() => setChoosing(true)}>
          {t('switchCommunity')}
        </Button>
      </View>
      <View className={styles.row}>{t('publicHint')}</View>
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {community && <PublicIssueList communityId={community.id} communityName={community.name} />}
      <Button kind='quiet' onPress={() => openPage('issues/pages/volunteers/index')}>
        {t('seeTeams')}
      </Button>
      <OfflineWay />
      <CommunityChoice isOpen={isChoosing} community={community} onClose={() => setChoosing(false)} />
    </Page>
  )
}

const PublicIssueList = ({ communityId, communityName }: { communityId: string; communityName: string }) => {
  const t = useText(issueText)
  const list = usePublicIssues(communityId)
  if (list.isPending) return <Skeleton cards={4} />
  if (!list.data) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
  const issues = list.data.pages.flatMap((page) => page.items)
  if (issues.length === 0)
    return <Empty icon='list' title={t('noPublic', { community: communityName })} next={t('noPublicNext')} />
  return (
    <>
      {issues.map((issue) => (
        <PublicIssueCard key={issue.id} issue={issue} />
      ))}
      <LoadMore {...list} />
    </>
  )
}

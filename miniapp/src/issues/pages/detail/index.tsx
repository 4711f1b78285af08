import type { Issue } from '@little-bench/shared/issues/contract'
import { useRouter } from '@tarojs/taro'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { IssueView } from '../../components/issue-view'
import { ItemMoves } from '../../components/item-moves'
import { ReportButton } from '../../components/report-button'
import { ISSUE_KEY, useIssue } from '../../issue.api'
import { issueText } from '../../issue.text'
import { useWorkItem } from '../../item.api'

export default function IssuePage() {
  const t = useText(issueText)
  const { communityId = '', id = '' } = useRouter().params
  const query = useIssue(communityId, id)
  const issue = query.data
  const item = useWorkItem(communityId, issue?.isYours ? issue.workItemId : null)
  useRefreshOnShow(ISSUE_KEY)
  return (
    <Page title={t('item')} action={issue && <IssueAction issue={issue} />}>
      {query.isPending && <Skeleton cards={3} />}
      {query.error && !issue && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {issue && <IssueView issue={issue} />}
      {item.data && <ItemMoves item={item.data} />}
    </Page>
  )
}

const IssueAction = ({ issue }: { issue: Issue }) => {
  const t = useText(issueText)
  const { communityId, id, workItemId } = issue
  if (!issue.canRate || !workItemId) return <ReportButton />
  return (
    <Button kind='primary' isWide onPress={() => openPage('issues/pages/rate/index', { communityId, id, workItemId })}>
      {t('rate')}
    </Button>
  )
}

import type { Issue } from '@little-bench/shared/issues/contract'
import type { WorkItem } from '@little-bench/shared/work-queue/item.contract'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { OfflineWay } from '../../../communities'
import { WechatReminders } from '../../../notifications'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { EndorseAction } from '../../components/endorse-action'
import { IssueView } from '../../components/issue-view'
import { ItemMoves } from '../../components/item-moves'
import { ItemNotices, Question, WhomToAsk } from '../../components/item-notices'
import { PublicNotice } from '../../components/public-notice'
import { RedactButton } from '../../components/redact-button'
import { ReportButton } from '../../components/report-button'
import { WordsDialog } from '../../components/words-dialog'
import { ISSUE_KEY, useIssue } from '../../issue.api'
import { issueText } from '../../issue.text'
import { useWorkItem } from '../../item.api'
import type { ResidentWords } from '../../note-draft'
import { useOtherService } from '../../use-other-service'

export default function IssuePage() {
  const t = useText(issueText)
  const { communityId = '', id = '', workItemId } = useRouter().params
  const query = useIssue(communityId, id)
  useOtherService(communityId, workItemId, query.error)
  const issue = query.data
  const { data: item, dataUpdatedAt } = useWorkItem(communityId, issue?.isYours ? issue.workItemId : null)
  const [asked, setAsked] = useState<ResidentWords | null>(null)
  useRefreshOnShow(ISSUE_KEY)
  return (
    <Page
      title={t('item')}
      action={issue && <IssueAction issue={issue} item={item} onAnswer={() => setAsked('answer')} />}
    >
      {query.isPending && <Skeleton cards={3} />}
      {query.error && !issue && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {item && <Question item={item} />}
      {item && <WhomToAsk item={item} />}
      {issue && <PublicNotice issue={issue} />}
      {issue && <IssueView issue={issue} item={item} />}
      {item && <ItemNotices item={item} />}
      {issue?.canRedact && <RedactButton key={issue.id} issue={issue} />}
      {item && <ItemMoves item={item} now={new Date(dataUpdatedAt)} onAsk={setAsked} />}
      {issue?.isYours && <WechatReminders topic='progress' />}
      <OfflineWay communityId={communityId || undefined} />
      {item && asked && <WordsDialog key={asked} kind={asked} item={item} onClose={() => setAsked(null)} />}
    </Page>
  )
}

interface IssueActionProps {
  issue: Issue
  item: WorkItem | undefined
  onAnswer: () => void
}

/** The next thing to do: say 我也一样, answer what was asked, rate what was resolved, or say something new. */
const IssueAction = ({ issue, item, onAnswer }: IssueActionProps) => {
  const t = useText(issueText)
  const { communityId, id, workItemId } = issue
  if (item?.allowedMoves.some(({ move }) => move === 'answer')) {
    return (
      <Button kind='primary' isWide icon='speech' onPress={onAnswer}>
        {t('answer')}
      </Button>
    )
  }
  if (!issue.isYours) return <EndorseAction key={issue.id} issue={issue} />
  if (!issue.canRate || !workItemId) return <ReportButton />
  return (
    <Button kind='primary' isWide onPress={() => openPage('issues/pages/rate/index', { communityId, id, workItemId })}>
      {t('rate')}
    </Button>
  )
}

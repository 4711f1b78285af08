import { DISPUTE_KIND_TEXT } from '@little-bench/shared/mediation/kinds'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { StaffOnly, useWorkCommunityId } from '../../../people'
import { dateInSentence } from '../../../platform/dates'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { StatusChip } from '../../../ui/status-chip'
import { Tabs } from '../../../ui/tabs'
import type { MediationCase } from '../../case.api'
import { useCommunityCases, WORK_KEY } from '../../committee.api'
import { committeeText } from '../../committee.text'
import styles from '../../mediation.module.scss'
import { workStatus } from '../../work-words'

const LIST_KEY = [...WORK_KEY, 'list'] as const

/** The cases of a community for its committee, and for a mediator those that are theirs: without a word of what is in them. */
export default function CasesPage() {
  const t = useText(committeeText)
  const isLeading = useWorkCommunityId('mediation.lead') !== undefined
  useRefreshOnShow(LIST_KEY)
  return (
    <Page isDesk isWide title={t('casesTitle')}>
      <StaffOnly permission='mediation.work'>
        {isLeading && (
          <View className={styles.waysAbove}>
            <Button icon='person' onPress={() => openPage('mediation/pages/mediators/index')}>
              {t('mediators')}
            </Button>
            <Button icon='list' onPress={() => openPage('mediation/pages/ledger/index')}>
              {t('ledger')}
            </Button>
          </View>
        )}
        <Cases />
      </StaffOnly>
    </Page>
  )
}

const TABS = ['open', 'closed'] as const

const Cases = () => {
  const t = useText(committeeText)
  const [tab, setTab] = useState<(typeof TABS)[number]>('open')
  const cases = useCommunityCases(useWorkCommunityId('mediation.work'), tab === 'open')
  const items = cases.data?.pages.flatMap((page) => page.items)
  return (
    <>
      <Tabs label={t('which')} tabs={TABS.map((value) => ({ value, name: t(value) }))} value={tab} onChange={setTab} />
      <View className={styles.hint}>{t('listWords')}</View>
      {cases.isPending && <Skeleton cards={3} />}
      {cases.error && !items && <ErrorNotice error={cases.error} onRetry={() => void cases.refetch()} />}
      {items?.length === 0 && <Empty icon='bench' title={t('none')} next={t('noneNext')} />}
      <View className={styles.grid}>
        {items?.map((each) => (
          <CaseRow key={each.id} found={each} />
        ))}
      </View>
      {cases.hasNextPage && (
        <Button icon='down' isWide isBusy={cases.isFetchingNextPage} onPress={() => void cases.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

const CaseRow = ({ found }: { found: MediationCase }) => {
  const t = useText(committeeText)
  const tKind = useText(DISPUTE_KIND_TEXT)
  const { communityId, id, receiptNumber, disputeKind, createdAt, answerUntil, followUpsOn, state, canPropose } = found
  const [due] = [...followUpsOn].sort()
  return (
    <Card onPress={() => openPage('mediation/pages/work/index', { communityId, id })}>
      <View className={styles.head}>
        <View className={styles.name}>{t('caseLine', { kind: tKind(disputeKind), number: receiptNumber })}</View>
        <StatusChip {...workStatus(found, t)} />
      </View>
      <View>{t('openedOn', { date: dateInSentence(createdAt) })}</View>
      {answerUntil !== null && (state === 'inviting' || state === 'choosing') && !canPropose && (
        <View>{t('answerUntil', { until: dateInSentence(answerUntil) })}</View>
      )}
      {found.toCall.length > 0 && <View>{t('toCall')}</View>}
      {due && <View>{t('followUpDue', { date: dateInSentence(due) })}</View>}
    </Card>
  )
}

import { View } from '@tarojs/components'
import { useState } from 'react'
import { StaffOnly, useWorkCommunityId } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { a11y } from '../../../ui/a11y'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { Tabs } from '../../../ui/tabs'
import { OpenProofCard } from '../../components/open-proof-card'
import { StartSheet } from '../../components/start-sheet'
import styles from '../../counter.module.scss'
import { OPEN_PROOFS_KEY, type OpenProof, useOpenProofs } from '../../open-proof.api'
import { openProofText } from '../../open-proof.text'
import { useMay, useStaffCommunity } from '../../use-staff-community'

const ALL = 'all'

/** Who has not done their proof of life yet: of the whole community, or of one's own cells. */
export default function OpenProofsPage() {
  const t = useText(openProofText)
  return (
    <Page isDesk title={t('title')}>
      <StaffOnly permission='proof.follow'>
        <OpenProofs />
      </StaffOnly>
    </Page>
  )
}

const OpenProofs = () => {
  const t = useText(openProofText)
  const [cell, setCell] = useState<string>(ALL)
  const list = useOpenProofs(cell === ALL ? null : cell)
  const cells = useCells()
  const mayPlan = useMay('visit.plan')
  const mayCall = useMay('call.record')
  const [helped, setHelped] = useState<OpenProof>()
  useRefreshOnShow(OPEN_PROOFS_KEY)
  const pages = list.data?.pages
  const open = pages?.flatMap(({ items }) => items)
  return (
    <>
      <View className={styles.block}>{t('words')}</View>
      {cells.length > 1 && (
        <Tabs
          label={t('cells')}
          tabs={[{ value: ALL, name: t('allCells') }, ...cells.map(({ id, name }) => ({ value: id, name }))]}
          value={cell}
          onChange={setCell}
        />
      )}
      {list.isPending && <Skeleton cards={3} />}
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {open?.length === 0 && <Empty icon='check' title={t('none')} next={t('noneNext')} />}
      {open && open.length > 0 && (
        <>
          <View className={styles.block} {...a11y({ role: 'status', live: 'polite' })}>
            {t('count', { count: pages?.[0]?.open ?? open.length })}
          </View>
          <View className={styles.list} {...a11y({ role: 'list', label: t('list') })}>
            {open.map((proof) => (
              <View key={proof.personId} {...a11y({ role: 'listitem' })}>
                <OpenProofCard proof={proof} onHelp={() => setHelped(proof)} />
              </View>
            ))}
          </View>
        </>
      )}
      {list.hasNextPage && (
        <Button icon='down' isWide isBusy={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      <View className={styles.ways}>
        {mayPlan && (
          <Button icon='calendar' onPress={() => openPage('pension/pages/plan/index')}>
            {t('toPlan')}
          </Button>
        )}
        {mayCall && (
          <Button icon='phone' onPress={() => openPage('counter/pages/call-list/index')}>
            {t('toCalls')}
          </Button>
        )}
      </View>
      {helped && (
        <StartSheet
          resident={{ id: helped.personId, name: helped.name }}
          onClose={() => setHelped(undefined)}
          onStarted={() => openPage('counter/pages/counter/index')}
        />
      )}
    </>
  )
}

/** The cells to choose from: of whoever serves the whole community. A grid worker sees their own ones together. */
const useCells = () => {
  const communityId = useWorkCommunityId('proof.follow')
  const community = useStaffCommunity('proof.follow')
  const roles = useSession((session) => session.person)?.roles ?? []
  const isWhole = roles.some((role) => role.communityId === communityId && role.gridCellId === null)
  return isWhole ? (community?.gridCells ?? []) : []
}

import { addDays, type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { StaffOnly, useWorkCommunityId } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { Button } from '../../../ui/button'
import { DayStrip } from '../../../ui/day-strip'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { Tabs } from '../../../ui/tabs'
import { PlannedRound } from '../../components/planned-round'
import { WaitingVisits } from '../../components/waiting-visits'
import styles from '../../plan.module.scss'
import { planText } from '../../plan.text'
import { usePlan } from '../../use-plan'

const DAYS = 14

/** Which visits somebody makes on a day: what waits at the left, the round at the right. */
export default function PlanPage() {
  const t = useText(planText)
  const communityId = useWorkCommunityId('visit.plan')
  if (communityId !== undefined) return <Planner communityId={communityId} />
  return (
    <Page isDesk title={t('title')}>
      <StaffOnly permission='visit.plan' />
    </Page>
  )
}

const Planner = ({ communityId }: { communityId: string }) => {
  const t = useText(planText)
  const { date: today, minute } = shanghaiTime(useNow())
  // A round is planned the day before: whoever is visited must hear of it.
  const [chosen, setOn] = useState<ServiceDate>(addDays(today, 1))
  const on = chosen < today ? today : chosen
  const [visitorId, setVisitorId] = useState<string | null>(null)
  const plan = usePlan({ communityId, on, visitorId })
  const isReady = visitorId !== null && !plan.isPending
  const save = (
    <Button kind='primary' icon='check' isWide isBusy={plan.isSaving} isDisabled={!plan.isChanged} onPress={plan.save}>
      {t('save')}
    </Button>
  )
  return (
    <Page isDesk isWide title={t('title')} action={isReady && save}>
      {plan.error && <ErrorNotice error={plan.error} onRetry={plan.retry} />}
      {plan.isPending && !plan.error && <Skeleton cards={4} />}
      {!plan.error && !plan.isPending && (
        <>
          <View className={styles.name}>{t('day')}</View>
          <DayStrip label={t('day')} today={today} days={DAYS} value={on} onChange={setOn} />
          {plan.visitors.length === 0 ? (
            <Empty icon='person' title={t('noVisitors')} next={t('noVisitorsNext')} />
          ) : (
            <>
              <View className={styles.name}>{t(visitorId === null ? 'chooseWho' : 'who')}</View>
              <Tabs
                label={t('who')}
                tabs={plan.visitors.map(({ id, name, planned }) => ({ value: id, name, count: planned || undefined }))}
                value={visitorId ?? ''}
                onChange={setVisitorId}
              />
            </>
          )}
          <View className={styles.columns}>
            <WaitingVisits plan={plan} on={on} notBefore={on === today ? minute : 0} canAdd={isReady} />
            {visitorId !== null && <PlannedRound plan={plan} />}
          </View>
        </>
      )}
      <Button kind='quiet' onPress={() => openPage('counter/pages/open-proofs/index')}>
        {t('toOpen')}
      </Button>
    </Page>
  )
}

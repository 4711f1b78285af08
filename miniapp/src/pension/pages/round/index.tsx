import { type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
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
import { RoundView } from '../../components/round-view'
import { forgetOldRound } from '../../kept-round'
import { useMyRound } from '../../round.api'
import styles from '../../round.module.scss'
import { roundText } from '../../round.text'

/** Whom the visitor goes to see on a day. */
export default function RoundPage() {
  const t = useText(roundText)
  return (
    <Page isDesk title={t('title')}>
      <StaffOnly permission='visit.make'>
        <Round />
      </StaffOnly>
    </Page>
  )
}

const Round = () => {
  const t = useText(roundText)
  const asked = useRouter().params
  const own = useWorkCommunityId('visit.make')
  const communityId = asked.communityId ?? own
  const today = shanghaiTime(useNow()).date
  const [on, setOn] = useState<ServiceDate>(asked.on && asked.on >= today ? asked.on : today)
  const { data, error, refetch, isFetching } = useMyRound(communityId, on)
  useEffect(() => forgetOldRound(), [])
  return (
    <>
      <DayStrip label={t('days')} today={today} value={on} onChange={setOn} />
      {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton cards={3} />}
      {data?.round === null && <Empty icon='home' title={t('none')} next={t('noneNext')} />}
      {data?.round && communityId && (
        <RoundView
          key={on}
          communityId={communityId}
          round={data.round}
          isToday={on === today}
          isStale={error !== null}
        />
      )}
      <View className={styles.ways}>
        <Button isWide icon='refresh' isBusy={isFetching} onPress={() => void refetch()}>
          {t('again')}
        </Button>
        <Button kind='quiet' isWide onPress={() => openPage('counter/pages/open-proofs/index')}>
          {t('toOpen')}
        </Button>
      </View>
    </>
  )
}

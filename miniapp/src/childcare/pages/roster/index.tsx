import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { StaffOnly, useWorkCommunityId } from '../../../people'
import { dateTimeInSentence } from '../../../platform/dates'
import { useText } from '../../../platform/i18n/text'
import { useNow } from '../../../platform/use-now'
import { Button } from '../../../ui/button'
import { ChoiceList } from '../../../ui/choice-list'
import { DayStrip } from '../../../ui/day-strip'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { RosterDesk } from '../../components/roster-desk'
import { forgetOldRoster, keptCentreId } from '../../kept-roster'
import { useDayRoster, useWorkCentres } from '../../roster.api'
import styles from '../../roster.module.scss'
import { rosterText } from '../../roster.text'

/** The day of a centre for those who look after the children; it works without a network. */
export default function RosterPage() {
  const t = useText(rosterText)
  const params = useRouter().params
  const own = useWorkCommunityId('child.care')
  const communityId = own === undefined ? undefined : (params.communityId ?? own)
  const centres = useWorkCentres(communityId)
  const today = shanghaiTime(useNow()).date
  const [on, setOn] = useState(params.on ?? today)
  const [kept] = useState(() => keptCentreId())
  const [chosen, setChosen] = useState(params.centreId)
  useEffect(() => forgetOldRoster(), [])
  const all = centres.data ?? []
  const only = all.length === 1 ? all[0]?.id : undefined
  const centreId = chosen ?? only ?? (centres.data ? undefined : kept)
  const roster = useDayRoster({ communityId: communityId ?? '', centreId: centreId ?? '', on })
  const isKept = roster.error !== null && roster.data !== undefined
  // A day that was named by a work item may lie behind us.
  const firstDay = on < today ? on : today
  return (
    <Page
      isDesk
      isWide
      title={t('title')}
      action={
        roster.data && (
          <Button isWide icon='refresh' isBusy={roster.isFetching} onPress={() => void roster.refetch()}>
            {t('readAgain')}
          </Button>
        )
      }
    >
      <StaffOnly permission='child.care'>
        <View className={styles.hint}>{t('hint')}</View>
        {centres.error && !centres.data && !roster.data && (
          <ErrorNotice error={centres.error} onRetry={() => void centres.refetch()} />
        )}
        {centres.data?.length === 0 && <Empty icon='home' title={t('noCentre')} />}
        {all.length > 1 && (
          <ChoiceList<string>
            label={t('centre')}
            choices={all.map(({ id, name }) => ({ value: id, name }))}
            value={centreId ?? null}
            onChange={setChosen}
          />
        )}
        <DayStrip label={t('whichDay')} today={firstDay} value={on} onChange={setOn} />
        {centreId !== undefined && roster.isPending && <Skeleton cards={4} />}
        {isKept && roster.data && (
          <View className={styles.notice}>{t('asOf', { at: dateTimeInSentence(roster.data.at) })}</View>
        )}
        {roster.error && !roster.data && <ErrorNotice error={roster.error} onRetry={() => void roster.refetch()} />}
        {roster.data && communityId && <RosterDesk communityId={communityId} roster={roster.data} />}
      </StaffOnly>
    </Page>
  )
}

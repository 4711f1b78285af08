import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { StaffOnly, useWorkCommunityId } from '../../../people'
import { CallError } from '../../../platform/call-error'
import { useText } from '../../../platform/i18n/text'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { useActivityRoster } from '../../activities.api'
import styles from '../../activities.module.scss'
import { activityText } from '../../activity.text'
import { CancelDate } from '../../components/cancel-date'
import { RosterView } from '../../components/roster-view'

/** Who comes to one date of an activity, for whoever leads it. */
export default function ActivityRosterPage() {
  const t = useText(activityText)
  const { communityId = '', slotId = '' } = useRouter().params
  const isHost = useWorkCommunityId('activity.host') !== undefined
  const roster = useActivityRoster({ communityId, slotId: isHost ? slotId : '' })
  const isTooEarly = roster.error instanceof CallError && roster.error.code === 'date_too_far'
  return (
    <Page
      isDesk
      isWide
      title={t('rosterTitle')}
      action={
        roster.data && (
          <Button isWide icon='refresh' isBusy={roster.isFetching} onPress={() => void roster.refetch()}>
            {t('readAgain')}
          </Button>
        )
      }
    >
      <StaffOnly permission='activity.host'>
        <View className={styles.hint}>{t('rosterHint')}</View>
        {roster.isPending && <Skeleton cards={3} />}
        {isTooEarly && (
          <>
            <Empty icon='calendar' title={t('rosterNotYet')} />
            <CancelDate communityId={communityId} slotId={slotId} />
          </>
        )}
        {roster.error && !roster.data && !isTooEarly && (
          <ErrorNotice error={roster.error} onRetry={() => void roster.refetch()} />
        )}
        {roster.data && <RosterView communityId={communityId} roster={roster.data} />}
      </StaffOnly>
    </Page>
  )
}

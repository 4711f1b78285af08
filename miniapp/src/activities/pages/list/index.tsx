import { hasPermission } from '@little-bench/shared/people/permissions'
import { View } from '@tarojs/components'
import { OfflineWay, useMyCommunity } from '../../../communities'
import { CHILDREN_KEY, useChildren } from '../../../people'
import { dateInSentence } from '../../../platform/dates'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'
import { ACTIVITIES_KEY, useActivities } from '../../activities.api'
import styles from '../../activities.module.scss'
import { activityText } from '../../activity.text'
import { ActivityCard } from '../../components/activity-card'

/** Courses and lessons of the coming days, day by day. */
export default function ActivitiesPage() {
  const t = useText(activityText)
  const person = useSession((session) => session.person)
  const actingFor = useSession((session) => session.actingFor)
  const { community, error, retry } = useMyCommunity()
  const activities = useActivities(community?.id)
  const children = useChildren(community?.id).data ?? []
  useRefreshOnShow(ACTIVITIES_KEY)
  useRefreshOnShow(CHILDREN_KEY)
  const failure = error ?? (activities.data ? null : activities.error)
  const days = [...new Set(activities.data?.map(({ on }) => on))]
  const isHost =
    !actingFor &&
    (person?.roles ?? []).some(
      (each) => each.communityId === community?.id && hasPermission([each.role], 'activity.host'),
    )
  return (
    <Page
      title={actingFor ? t('titleFor', { name: actingFor.name }) : t('title')}
      action={
        person && (
          <Button kind='primary' isWide icon='list' onPress={() => openPage('bookings/pages/mine/index')}>
            {t('myBookings')}
          </Button>
        )
      }
    >
      <View className={styles.hint}>{t('hint')}</View>
      {failure && <ErrorNotice error={failure} onRetry={error ? retry : () => void activities.refetch()} />}
      {!activities.data && !failure && <Skeleton cards={3} />}
      {community && activities.data?.length === 0 && (
        <Empty icon='calendar' title={t('none', { community: community.name })} next={t('noneNext')} />
      )}
      {community &&
        days.map((on) => (
          <Section key={on} title={t('day', { day: dateInSentence(on) })}>
            {activities.data
              ?.filter((activity) => activity.on === on)
              .map((activity) => (
                <ActivityCard
                  key={activity.id}
                  communityId={community.id}
                  activity={activity}
                  ownChildren={children}
                  isHost={isHost}
                />
              ))}
          </Section>
        ))}
      <OfflineWay />
    </Page>
  )
}

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
import { ACTIVITIES_KEY, type Activity, useActivities } from '../../activities.api'
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
  // Whoever only works here has no children to ask for.
  const mayBook = actingFor !== null || (person?.roles ?? []).some(({ role }) => hasPermission([role], 'booking.own'))
  const children = useChildren(mayBook ? community?.id : undefined).data ?? []
  useRefreshOnShow(ACTIVITIES_KEY)
  useRefreshOnShow(CHILDREN_KEY)
  const failure = error ?? (activities.data ? null : activities.error)
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
          <Button isWide onPress={() => openPage('bookings/pages/mine/index')}>
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
        byDay(activities.data ?? [], isHost).map(({ key, on, ofDay }) => (
          <Section key={key} title={t('day', { day: dateInSentence(on) })}>
            {ofDay.map((activity) => (
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

/** Day by day; what nobody can sign up for any more comes last, but for whoever leads it today. */
const byDay = (activities: readonly Activity[], isHost: boolean) => {
  const isOver = ({ refusal, yours }: Activity) => !isHost && refusal === 'past_cutoff' && yours.length === 0
  return [false, true].flatMap((over) => {
    const some = activities.filter((activity) => isOver(activity) === over)
    return [...new Set(some.map(({ on }) => on))].map((on) => ({
      key: `${on}${over ? ' over' : ''}`,
      on,
      ofDay: some.filter((activity) => activity.on === on),
    }))
  })
}

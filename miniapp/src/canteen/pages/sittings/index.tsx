import { SITTING_TEXT } from '@little-bench/shared/canteen/meals'
import type { Community } from '@little-bench/shared/communities/contract'
import { type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { useState } from 'react'
import { OfflineWay, useMyCommunity } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { useNow } from '../../../platform/use-now'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { BOOKINGS_KEY } from '../../../scheduling'
import { Button } from '../../../ui/button'
import { DayStrip } from '../../../ui/day-strip'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { ReadAloud } from '../../../ui/read-aloud'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'
import { type Canteen, type MealSitting, SITTINGS_KEY, useCanteens, useSittings } from '../../canteen.api'
import { canteenText } from '../../canteen.text'
import { CanteenFacts } from '../../components/canteen-facts'
import { MoreWays } from '../../components/more-ways'
import { SameAsLast, useSameMeal } from '../../components/same-as-last'
import { SittingCard } from '../../components/sitting-card'

const DAYS = 7

/** The canteen: a day, its sittings, and above them the same meal as the last time. */
export default function SittingsPage() {
  const t = useText(canteenText)
  const actingFor = useSession((session) => session.actingFor)
  const { community, error, retry } = useMyCommunity()
  useRefreshOnShow(SITTINGS_KEY)
  useRefreshOnShow(BOOKINGS_KEY)
  return (
    <Page
      title={actingFor ? t('titleFor', actingFor) : t('title')}
      action={
        <Button isWide onPress={() => openPage('bookings/pages/mine/index')}>
          {actingFor ? t('bookingsFor', actingFor) : t('myBookings')}
        </Button>
      }
    >
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {!community && !error && <Skeleton cards={3} />}
      {community && <Meals key={community.id} community={community} />}
      <OfflineWay />
    </Page>
  )
}

const Meals = ({ community }: { community: Community }) => {
  const t = useText(canteenText)
  const today = shanghaiTime(useNow()).date
  const [chosen, setChosen] = useState<ServiceDate>()
  const canteens = useCanteens(community.id)
  const sittings = useSittings(community.id, today, DAYS)
  const same = useSameMeal(community, sittings.data)
  // Until somebody chooses, and once midnight has passed what they chose: the first day on which there is something to order.
  const next = sittings.data?.find(({ refusal, dishes }) => refusal === null && dishes.length > 0)?.on ?? today
  const day = chosen === undefined || chosen < today ? next : chosen
  const failure = (canteens.data ? null : canteens.error) ?? (sittings.data ? null : sittings.error)
  if (failure)
    return <ErrorNotice error={failure} onRetry={() => void Promise.all([canteens.refetch(), sittings.refetch()])} />
  if (!canteens.data || !sittings.data) return <Skeleton cards={3} />
  if (canteens.data.length === 0) {
    return <Empty icon='bowl' title={t('noCanteen', { community: community.name })} next={t('noCanteenNext')} />
  }
  return (
    <>
      {same && <SameAsLast communityId={community.id} same={same} />}
      <DayStrip label={t('days')} today={today} days={DAYS} value={day} onChange={setChosen} />
      <SittingsOfDay
        communityId={community.id}
        canteens={canteens.data}
        sittings={sittings.data.filter(({ on }) => on === day)}
      />
      <MoreWays />
      {canteens.data.map((canteen) => (
        <CanteenFacts key={canteen.id} canteen={canteen} />
      ))}
    </>
  )
}

interface SittingsOfDayProps {
  communityId: string
  canteens: readonly Canteen[]
  sittings: readonly MealSitting[]
}

/** By canteen where there is more than one. */
const SittingsOfDay = ({ communityId, canteens, sittings }: SittingsOfDayProps) => {
  const t = useText(canteenText)
  const tSitting = useText(SITTING_TEXT)
  if (sittings.length === 0) return <Empty icon='bowl' title={t('noneOn')} next={t('noneOnNext')} />
  const menus = sittings.flatMap(({ sitting, dishes }) =>
    dishes.length === 0 ? [] : [tSitting(sitting), dishes.map(({ name }) => name).join('、')],
  )
  return (
    <>
      <ReadAloud words={menus} />
      {canteens.map((canteen) => {
        const own = sittings.filter(({ canteenId }) => canteenId === canteen.id)
        const cards = own.map((sitting) => (
          <SittingCard key={sitting.id} communityId={communityId} canteen={canteen} sitting={sitting} />
        ))
        if (own.length === 0) return null
        return canteens.length === 1 ? (
          cards
        ) : (
          <Section key={canteen.id} title={canteen.name}>
            {cards}
          </Section>
        )
      })}
    </>
  )
}

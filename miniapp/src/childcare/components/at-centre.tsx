import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { useState } from 'react'
import { OfflineWay } from '../../communities'
import { SignedInOnly, useChildren } from '../../people'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { useNow } from '../../platform/use-now'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { type Centre, useChildcareSlots } from '../childcare.api'
import { childcareText } from '../childcare.text'
import { BookingForm } from './booking-form'
import { CentreCard } from './centre-card'
import { DayChoice } from './day-choice'
import { DayPlaces } from './day-places'

/** A family with children books; everybody else reads what is free and how to begin. */
export const AtCentre = ({ communityId, centre }: { communityId: string; centre: Centre }) => {
  const t = useText(childcareText)
  const isSignedIn = useSession((session) => session.person !== null)
  const children = useChildren(communityId)
  const hasChildren = (children.data?.length ?? 0) > 0
  const slots = useChildcareSlots({ communityId, centreId: centre.id, isForMyChildren: hasChildren })
  const today = shanghaiTime(useNow()).date
  const [day, setDay] = useState<string>()
  if (hasChildren && children.data && slots.data)
    return <BookingForm communityId={communityId} centre={centre} ownChildren={children.data} slots={slots.data} />
  const failure = slots.data ? (isSignedIn && !children.data ? children.error : null) : slots.error
  const firstFree = slots.data?.find(({ refusal }) => refusal === null)?.on
  const on = day ?? firstFree ?? today
  const retry = () => {
    void slots.refetch()
    void children.refetch()
  }
  const isWithoutChild = children.data?.length === 0
  return (
    <Page
      title={t('title')}
      action={
        isWithoutChild && (
          <Button kind='primary' isWide icon='plus' onPress={() => openPage('childcare/pages/child/index', {})}>
            {t('writeChild')}
          </Button>
        )
      }
    >
      {isWithoutChild && <Empty icon='person' title={t('noChild')} next={t('noChildNext')} />}
      {failure && <ErrorNotice error={failure} onRetry={retry} />}
      {!slots.data && !failure && <Skeleton cards={3} />}
      {slots.data && !hasChildren && (
        <>
          <DayChoice
            today={today}
            value={on}
            onChange={setDay}
            isClosed={!slots.data.some((slot) => slot.on === on)}
            firstFree={firstFree}
          />
          <DayPlaces slots={slots.data} on={on} />
        </>
      )}
      <CentreCard centre={centre} />
      <SignedInOnly />
      <OfflineWay />
    </Page>
  )
}

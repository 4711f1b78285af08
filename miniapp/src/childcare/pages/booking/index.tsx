import { useRouter } from '@tarojs/taro'
import { OfflineWay } from '../../../communities'
import { SignedInOnly } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { CHILDCARE_KEY, useChildcareBooking } from '../../childcare.api'
import { childcareText } from '../../childcare.text'
import { BookingView } from '../../components/booking-view'

/** One booking with its code, and what became of the day. */
export default function BookingPage() {
  const t = useText(childcareText)
  const { communityId, id } = useRouter().params
  const isSignedIn = useSession((session) => session.person !== null)
  const booking = useChildcareBooking({ communityId: communityId ?? '', bookingId: id ?? '' })
  useRefreshOnShow(CHILDCARE_KEY)
  return (
    <Page
      title={t('booking')}
      action={
        <Button kind='primary' isWide onPress={() => openPage('childcare/pages/slots/index')}>
          {t('again')}
        </Button>
      }
    >
      <SignedInOnly>
        {!id && <Empty icon='calendar' title={t('bookingLost')} />}
        {id && isSignedIn && booking.isPending && <Skeleton cards={2} />}
        {booking.error && !booking.data && <ErrorNotice error={booking.error} onRetry={() => void booking.refetch()} />}
        {booking.data && <BookingView booking={booking.data} />}
      </SignedInOnly>
      <OfflineWay communityId={communityId} />
    </Page>
  )
}

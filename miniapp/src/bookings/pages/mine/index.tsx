import { View } from '@tarojs/components'
import { useState } from 'react'
import { OfflineWay } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { BOOKINGS_KEY } from '../../../scheduling'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { Page } from '../../../ui/page'
import { Segmented } from '../../../ui/segmented'
import { Tabs } from '../../../ui/tabs'
import styles from '../../bookings.module.scss'
import { bookingsText } from '../../bookings.text'
import { BeginBooking, OtherBookings } from '../../components/begin-booking'
import { BookingList } from '../../components/booking-list'
import { CalendarFeed } from '../../components/calendar-feed'

/** Everything that is booked, of whatever service; of the family too, for those who let one look. */
export default function MyBookingsPage() {
  const t = useText(bookingsText)
  const isSignedIn = useSession((session) => session.person !== null)
  const actingFor = useSession((session) => session.actingFor)
  useRefreshOnShow(BOOKINGS_KEY)
  return (
    <Page title={actingFor ? t('titleFor', actingFor) : t('title')} action={<BeginBooking />}>
      {isSignedIn ? <Bookings isOwn={actingFor === null} /> : <SignedOut />}
      <OfflineWay />
    </Page>
  )
}

/** Acting for somebody, the list is theirs alone. */
const Bookings = ({ isOwn }: { isOwn: boolean }) => {
  const t = useText(bookingsText)
  const [when, setWhen] = useState<'coming' | 'past'>('coming')
  const [whose, setWhose] = useState<'mine' | 'family'>('mine')
  return (
    <>
      <View className={styles.views}>
        <Tabs
          label={t('views')}
          tabs={[
            { value: 'coming', name: t('coming') },
            { value: 'past', name: t('past') },
          ]}
          value={when}
          onChange={setWhen}
        />
        {isOwn && (
          <Segmented
            label={t('owners')}
            segments={[
              { value: 'mine', name: t('mine') },
              { value: 'family', name: t('family') },
            ]}
            value={whose}
            onChange={setWhose}
          />
        )}
      </View>
      <BookingList when={when} whose={isOwn ? whose : 'mine'} />
      <OtherBookings />
      {isOwn && <CalendarFeed />}
    </>
  )
}

const SignedOut = () => {
  const t = useText(bookingsText)
  return (
    <>
      <Empty
        icon='person'
        title={t('notSignedIn')}
        next={t('notSignedInNext')}
        action={<Button onPress={() => openPage('people/pages/sign-in/index')}>{t('signIn')}</Button>}
      />
      <OtherBookings />
    </>
  )
}

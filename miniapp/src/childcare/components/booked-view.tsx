import { SESSION_TEXT } from '@little-bench/shared/childcare/sessions'
import { View } from '@tarojs/components'
import { OfflineWay } from '../../communities'
import { clockInSentence, dateInSentence, dateTimeInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { WaitlistCard } from '../../scheduling'
import { BigCode } from '../../ui/big-code'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Page } from '../../ui/page'
import type { ChildcareBooking } from '../childcare.api'
import styles from '../childcare.module.scss'
import { childcareText } from '../childcare.text'

interface BookedViewProps {
  bookings: readonly ChildcareBooking[]
  onAgain: () => void
}

/** What was booked, child by child, each with its code or its place on the waitlist; and what comes next. */
export const BookedView = ({ bookings, onAgain }: BookedViewProps) => {
  const t = useText(childcareText)
  const isWait = bookings.some(({ state }) => state === 'waitlisted')
  return (
    <Page
      title={t(isWait ? 'waitedTitle' : 'bookedTitle')}
      action={
        <Button kind='primary' isWide onPress={onAgain}>
          {t('again')}
        </Button>
      }
    >
      <Card tint='green'>
        <View>{t(isWait ? 'waitedNext' : 'bookedNext')}</View>
        {bookings[0] && <View>{t('queueIs', { name: bookings[0].queue.name })}</View>}
      </Card>
      {bookings.map((booking) => (
        <BookedChild key={booking.id} booking={booking} />
      ))}
      <OfflineWay />
    </Page>
  )
}

const BookedChild = ({ booking }: { booking: ChildcareBooking }) => {
  const t = useText(childcareText)
  const tSession = useText(SESSION_TEXT)
  const { id, communityId, childName, groupName, session, on, startsAt, endsAt, cutoffAt, pickUpCode, waitlist } =
    booking
  const [from, to] = [clockInSentence(startsAt), clockInSentence(endsAt)]
  return (
    <Card>
      <View className={styles.name}>{childName}</View>
      <View>{t('dayWords', { day: dateInSentence(on) })}</View>
      <View>{t('sessionName', { name: `${groupName} ${tSession(session)}`, from, to })}</View>
      {pickUpCode !== null && (
        <>
          <View>{t('cancelUntil', { until: dateTimeInSentence(cutoffAt) })}</View>
          <BigCode name={t('pickUpCode', { child: childName })} code={pickUpCode} />
        </>
      )}
      {waitlist && <WaitlistCard place={waitlist} />}
      <Button
        isWide
        icon='forward'
        label={t('seeOf', { child: childName })}
        onPress={() => openPage('childcare/pages/booking/index', { communityId, id })}
      >
        {t('see')}
      </Button>
    </Card>
  )
}

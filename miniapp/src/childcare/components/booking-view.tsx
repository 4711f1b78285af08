import { SESSION_TEXT } from '@little-bench/shared/childcare/sessions'
import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { bookingStatus, CalendarButton, LeaveWaitlist, OfferCard, schedulingText, WaitlistCard } from '../../scheduling'
import { BigCode } from '../../ui/big-code'
import { Card } from '../../ui/card'
import { StatusChip } from '../../ui/status-chip'
import { CHILDCARE_KEY, type ChildcareBooking } from '../childcare.api'
import styles from '../childcare.module.scss'
import { childcareText } from '../childcare.text'
import { AbsenceNotice } from './absence-notice'
import { BookingFacts } from './booking-facts'
import { CancelBooking } from './cancel-booking'

/** One booking: how it stands, the code to fetch the child with, and everything that can still be done about it. */
export const BookingView = ({ booking }: { booking: ChildcareBooking }) => {
  const t = useText(childcareText)
  const tBooking = useText(schedulingText)
  const tSession = useText(SESSION_TEXT)
  const { id, communityId, state, childName, centreName, pickUpCode, waitlist, expiresAt, absence, session } = booking
  const { word, tone, sentence } = bookingStatus(booking, tBooking)
  const refreshes = [CHILDCARE_KEY]
  const isComing = state === 'booked' && absence === null
  return (
    <>
      <View className={styles.status}>
        <StatusChip word={word} tone={tone} />
        {/* An offer says itself until when. */}
        {state !== 'offered' && <Text>{absence === null ? sentence : t('absentSince', { reason: t(absence) })}</Text>}
      </View>
      {state === 'offered' && expiresAt !== null && (
        <OfferCard communityId={communityId} bookingId={id} expiresAt={expiresAt} refreshes={refreshes} />
      )}
      {pickUpCode !== null && (
        <Card tint='green'>
          <BigCode name={t('pickUpCode', { child: childName })} code={pickUpCode} />
          <View>{t('codeToday')}</View>
        </Card>
      )}
      <BookingFacts booking={booking} />
      {waitlist && <WaitlistCard place={waitlist} />}
      <View className={styles.stack}>
        {isComing && (
          <CalendarButton
            entry={{
              id,
              title: t('title_full', { session: tSession(session), centre: centreName }),
              startsAt: booking.startsAt,
              endsAt: booking.endsAt,
              place: centreName,
            }}
          />
        )}
        {state === 'waitlisted' && <LeaveWaitlist communityId={communityId} bookingId={id} refreshes={refreshes} />}
        {booking.canReportAbsence && <AbsenceNotice booking={booking} />}
        {booking.canCancel && <CancelBooking booking={booking} />}
      </View>
    </>
  )
}

import { Text, View } from '@tarojs/components'
import { clockInSentence, dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { type Booking, bookingStatus, LeaveWaitlist, OfferCard, schedulingText } from '../../scheduling'
import { Card } from '../../ui/card'
import { StatusChip } from '../../ui/status-chip'
import styles from '../bookings.module.scss'
import { bookingsText } from '../bookings.text'

/** Where each service shows one of its bookings. */
const OPEN: Partial<Record<Booking['service'], (booking: Booking) => void>> = {
  canteen: ({ communityId, id, slotId, on, state }) =>
    state === 'held'
      ? openPage('canteen/pages/order/index', { communityId, slotId, on })
      : openPage('canteen/pages/meal/index', { communityId, id }),
  childcare: ({ communityId, id }) => openPage('childcare/pages/booking/index', { communityId, id }),
  activities: () => openPage('activities/pages/list/index'),
}

/** One booking: whose, what, when, the code, and how it stands; an offer is answered here. */
export const BookingCard = ({ booking }: { booking: Booking }) => {
  const { communityId, id, state, expiresAt, canAnswerOffer } = booking
  const ref = { communityId, bookingId: id }
  const open = OPEN[booking.service]
  return (
    <>
      {open ? (
        <Card onPress={() => open(booking)}>
          <BookingWords booking={booking} />
        </Card>
      ) : (
        <Card>
          <BookingWords booking={booking} />
        </Card>
      )}
      {canAnswerOffer && expiresAt !== null && <OfferCard {...ref} expiresAt={expiresAt} />}
      {state === 'waitlisted' && !open && <LeaveWaitlist {...ref} />}
    </>
  )
}

const BookingWords = ({ booking }: { booking: Booking }) => {
  const t = useText(bookingsText)
  const tBooking = useText(schedulingText)
  const { title, service, on, startsAt, endsAt, placeName, summary, code, queue, forWhom } = booking
  const { word, tone, sentence } = bookingStatus(booking, tBooking)
  const when = t('when', { date: dateInSentence(on), start: clockInSentence(startsAt), end: clockInSentence(endsAt) })
  return (
    <>
      <View className={styles.head}>
        <Text className={styles.name}>
          {/* A meal and a day are known by their service, an activity by its own name. */}
          {service === 'activities' ? title : `${title} · ${t(service)}`}
        </Text>
        <StatusChip word={word} tone={tone} />
      </View>
      {!forWhom.isYou && <View>{t('forPerson', { name: forWhom.name })}</View>}
      {forWhom.childName !== null && <View>{t('forChild', { name: forWhom.childName })}</View>}
      <View>{when}</View>
      <View>{placeName}</View>
      {summary !== null && <View>{summary}</View>}
      {code !== null && (
        <View className={styles.code}>{t('code', { code: code.replace(/(\d{3})(?=\d)/g, '$1 ') })}</View>
      )}
      <View>{sentence}</View>
      {queue !== null && queue.name !== placeName && (
        <View className={styles.caption}>{t('queue', { queue: queue.name })}</View>
      )}
    </>
  )
}

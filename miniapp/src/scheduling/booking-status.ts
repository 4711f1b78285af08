import type { BookingState } from '@little-bench/shared/scheduling/bookings'
import { dateTimeInSentence } from '../platform/dates'
import type { Translate } from '../platform/i18n/text'
import type { StatusTone } from '../ui/status-chip'
import type { schedulingText } from './scheduling.text'

/** What a booking needs to be said in one word and one sentence. */
export interface BookingStanding {
  state: BookingState
  startsAt: string
  cutoffAt: string
  expiresAt: string | null
  waitlist: { position: number } | null
  canCancel: boolean
}

const TONE: Record<BookingState, StatusTone> = {
  held: 'soon',
  booked: 'good',
  waitlisted: 'waiting',
  offered: 'soon',
  cancelled: 'plain',
  expired: 'plain',
  served: 'good',
  no_show: 'plain',
}

/** One word, one sentence with the next date: 「订好了 · 11月29日上午10:00前可以取消」. */
export const bookingStatus = (
  booking: BookingStanding,
  t: Translate<typeof schedulingText>,
): { word: string; tone: StatusTone; sentence: string } => ({
  word: t(booking.state),
  tone: TONE[booking.state],
  sentence: sentenceOf(booking, t),
})

const sentenceOf = (booking: BookingStanding, t: Translate<typeof schedulingText>): string => {
  const { state, cutoffAt, expiresAt, waitlist, canCancel } = booking
  const until = dateTimeInSentence(expiresAt ?? cutoffAt)
  switch (state) {
    case 'held':
      return t('heldNow', { until })
    case 'booked':
      return canCancel ? t('cancelUntil', { until: dateTimeInSentence(cutoffAt) }) : t('cancelNoMore')
    case 'waitlisted':
      return t('waitingAt', { position: waitlist?.position ?? 1, until: dateTimeInSentence(cutoffAt) })
    case 'offered':
      return t('offerUntil', { until })
    case 'cancelled':
      return t('cancelledWords')
    case 'expired':
      return t('expiredWords')
    case 'served':
      return t('servedWords')
    case 'no_show':
      return t('noShowWords')
  }
}

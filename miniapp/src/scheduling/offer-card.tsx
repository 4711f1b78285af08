import { View } from '@tarojs/components'
import { dateTimeInSentence } from '../platform/dates'
import { useText } from '../platform/i18n/text'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { ErrorNotice } from '../ui/error-notice'
import { showToast } from '../ui/toast'
import { type BookingAnswer, useAnswerBooking } from './booking.api'
import styles from './scheduling.module.scss'
import { schedulingText } from './scheduling.text'

interface OfferCardProps {
  communityId: string
  bookingId: string
  expiresAt: string
  /** What is asked for again once it is answered. */
  refreshes?: readonly (readonly unknown[])[]
}

/** A freed seat that is kept for somebody: until when, take it, or leave it to the next. */
export const OfferCard = ({ communityId, bookingId, expiresAt, refreshes = [] }: OfferCardProps) => {
  const t = useText(schedulingText)
  const answer = useAnswerBooking({ communityId, bookingId }, refreshes)
  const send = (how: BookingAnswer) =>
    answer.mutate(how, { onSuccess: () => showToast(t(how === 'accept' ? 'accepted' : 'declined')) })
  return (
    <Card tint='amber'>
      <View className={styles.strong}>{t('offer')}</View>
      <View>{t('offerUntil', { until: dateTimeInSentence(expiresAt) })}</View>
      {answer.error !== null && <ErrorNotice error={answer.error} />}
      <View className={styles.ways}>
        <Button kind='primary' isWide icon='check' isBusy={answer.isPending} onPress={() => send('accept')}>
          {t('accept')}
        </Button>
        <Button isWide isBusy={answer.isPending} onPress={() => send('decline')}>
          {t('decline')}
        </Button>
      </View>
    </Card>
  )
}

import type { BookingState } from '@little-bench/shared/scheduling/bookings'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { LeaveWaitlist } from '../../scheduling'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { StatusChip, type StatusTone } from '../../ui/status-chip'
import { showToast } from '../../ui/toast'
import { ACTIVITIES_KEY, type Activity, useCancelSignUp } from '../activities.api'
import styles from '../activities.module.scss'
import { activityText } from '../activity.text'

interface YourSignUpProps {
  communityId: string
  your: Activity['yours'][number]
  who: string
  /** The cut-off has passed: nothing can be cancelled. */
  isOver: boolean
}

type Word = 'signedUp' | 'waiting' | 'offered' | 'came' | 'missed'

/** A sign-up that has ended is not shown. */
const WORD: Partial<Record<BookingState, [Word, StatusTone]>> = {
  held: ['signedUp', 'good'],
  booked: ['signedUp', 'good'],
  waitlisted: ['waiting', 'waiting'],
  offered: ['offered', 'soon'],
  served: ['came', 'good'],
  no_show: ['missed', 'plain'],
}

/** How one of the family stands with this date, and the way out. */
export const YourSignUp = ({ communityId, your: { bookingId, state }, who, isOver }: YourSignUpProps) => {
  const t = useText(activityText)
  const [isAsking, setAsking] = useState(false)
  const cancelling = useCancelSignUp({ communityId, bookingId })
  const [word, tone] = WORD[state] ?? []
  if (!word || !tone) return null
  const cancel = () =>
    cancelling.mutate(undefined, {
      onSuccess: () => {
        showToast(t('cancelled'))
        setAsking(false)
      },
    })
  return (
    <View className={styles.part}>
      <StatusChip word={t(word, { who })} tone={tone} />
      <View className={styles.ways}>
        {state === 'booked' && !isOver && (
          <Button icon='undo' label={t('cancelOf', { who })} onPress={() => setAsking(true)}>
            {t('cancel')}
          </Button>
        )}
        {state === 'waitlisted' && (
          <LeaveWaitlist communityId={communityId} bookingId={bookingId} refreshes={[ACTIVITIES_KEY]} />
        )}
        {state === 'offered' && (
          <Button icon='calendar' onPress={() => openPage('bookings/pages/mine/index')}>
            {t('answerOffer')}
          </Button>
        )}
      </View>
      {isAsking && (
        <Dialog
          isOpen
          title={t('cancelTitle', { who })}
          confirmWords={t('cancel')}
          isDanger
          isBusy={cancelling.isPending}
          onConfirm={cancel}
          onClose={() => setAsking(false)}
        >
          {cancelling.isError && <ErrorNotice error={cancelling.error} />}
          <View>{t('cancelWords')}</View>
        </Dialog>
      )}
    </View>
  )
}

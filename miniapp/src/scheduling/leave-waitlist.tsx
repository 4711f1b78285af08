import { useText } from '../platform/i18n/text'
import { Button } from '../ui/button'
import { ErrorNotice } from '../ui/error-notice'
import { showToast } from '../ui/toast'
import { useAnswerBooking } from './booking.api'
import { schedulingText } from './scheduling.text'

interface LeaveWaitlistProps {
  communityId: string
  bookingId: string
  refreshes?: readonly (readonly unknown[])[]
}

/** Waits no longer: nothing was paid and no seat is lost, so one tap is enough. */
export const LeaveWaitlist = ({ communityId, bookingId, refreshes = [] }: LeaveWaitlistProps) => {
  const t = useText(schedulingText)
  const answer = useAnswerBooking({ communityId, bookingId }, refreshes)
  const leave = () => answer.mutate('leave', { onSuccess: () => showToast(t('left')) })
  return (
    <>
      {answer.error !== null && <ErrorNotice error={answer.error} />}
      <Button isWide icon='undo' isBusy={answer.isPending} onPress={leave}>
        {t('leave')}
      </Button>
    </>
  )
}

import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { showToast } from '../../ui/toast'
import { type ChildcareBooking, useCancelChildcare } from '../childcare.api'
import { childcareText } from '../childcare.text'

/** Gives the place back, after saying to whom it goes. */
export const CancelBooking = ({ booking: { communityId, id, childName } }: { booking: ChildcareBooking }) => {
  const t = useText(childcareText)
  const [isAsking, setAsking] = useState(false)
  const cancelling = useCancelChildcare({ communityId, bookingId: id })
  const cancel = () =>
    cancelling.mutate(undefined, {
      onSuccess: () => {
        showToast(t('cancelled'))
        setAsking(false)
      },
    })
  return (
    <>
      <Button kind='danger' isWide onPress={() => setAsking(true)}>
        {t('cancel')}
      </Button>
      {isAsking && (
        <Dialog
          isOpen
          title={t('cancelTitle', { child: childName })}
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
    </>
  )
}

import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { showToast } from '../../ui/toast'
import { useCancelVisit } from '../proof.api'
import { visitText } from '../visit.text'

/** No visit any more, after one question. */
export const CancelVisit = (visit: { communityId: string; visitId: string }) => {
  const t = useText(visitText)
  const [isAsking, setAsking] = useState(false)
  const cancelling = useCancelVisit(visit)
  const cancel = () =>
    cancelling.mutate(undefined, {
      onSuccess: () => {
        showToast(t('cancelledToast'))
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
          title={t('cancelTitle')}
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

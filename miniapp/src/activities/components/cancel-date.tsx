import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { showToast } from '../../ui/toast'
import { useCancelDate } from '../activities.api'
import { activityText } from '../activity.text'

interface CancelDateProps {
  communityId: string
  slotId: string
  /** How many people are told; undefined before anybody may read the list. */
  toTell?: number | undefined
}

/** This date does not take place, after saying how many people are told. */
export const CancelDate = ({ communityId, slotId, toTell }: CancelDateProps) => {
  const t = useText(activityText)
  const [isAsking, setAsking] = useState(false)
  const cancelling = useCancelDate({ communityId, slotId })
  const cancel = () =>
    cancelling.mutate(undefined, {
      onSuccess: ({ told }) => {
        showToast(t('dateCancelled', { count: told }))
        setAsking(false)
      },
    })
  return (
    <>
      <Button kind='danger' onPress={() => setAsking(true)}>
        {t('cancelDate')}
      </Button>
      {isAsking && (
        <Dialog
          isOpen
          title={t('cancelDateTitle')}
          confirmWords={t('cancelDate')}
          isDanger
          isBusy={cancelling.isPending}
          onConfirm={cancel}
          onClose={() => setAsking(false)}
        >
          {cancelling.isError && <ErrorNotice error={cancelling.error} />}
          <View>{toTell === undefined ? t('cancelDateAll') : t('cancelDateWords', { count: toTell })}</View>
        </Dialog>
      )}
    </>
  )
}

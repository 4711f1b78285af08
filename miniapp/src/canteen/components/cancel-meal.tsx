import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { showToast } from '../../ui/toast'
import { useCancelMeal } from '../meal.api'
import { mealText } from '../meal.text'

/** Gives the meal back, asked once. */
export const CancelMeal = (params: { communityId: string; orderId: string }) => {
  const t = useText(mealText)
  const [isOpen, setOpen] = useState(false)
  const cancel = useCancelMeal(params)
  const send = () =>
    cancel.mutate(undefined, {
      onSuccess: () => {
        setOpen(false)
        showToast(t('cancelled'))
      },
    })
  return (
    <>
      <Button kind='danger' isWide icon='undo' onPress={() => setOpen(true)}>
        {t('cancel')}
      </Button>
      <Dialog
        isOpen={isOpen}
        title={t('cancelTitle')}
        confirmWords={t('cancel')}
        isDanger
        isBusy={cancel.isPending}
        onConfirm={send}
        onClose={() => setOpen(false)}
      >
        <View>{t('cancelWords')}</View>
        {cancel.error !== null && <ErrorNotice error={cancel.error} />}
      </Dialog>
    </>
  )
}

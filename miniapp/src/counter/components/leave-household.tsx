import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { showToast } from '../../ui/toast'
import { useLeaveHousehold } from '../household.api'
import { householdText } from '../household.text'

/** Takes the person out of their household, asked once. */
export const LeaveHousehold = ({ residentId, householdId }: { residentId: string; householdId: string }) => {
  const t = useText(householdText)
  const [isOpen, setOpen] = useState(false)
  const leave = useLeaveHousehold(residentId)
  const confirm = () =>
    leave.mutate(householdId, {
      onSuccess: () => {
        setOpen(false)
        showToast(t('left'))
      },
    })
  return (
    <>
      <Button kind='quiet' onPress={() => setOpen(true)}>
        {t('leave')}
      </Button>
      <Dialog
        isOpen={isOpen}
        isDanger
        title={t('leaveTitle')}
        confirmWords={t('leave')}
        isBusy={leave.isPending}
        onConfirm={confirm}
        onClose={() => setOpen(false)}
      >
        <View>{t('leaveWords')}</View>
        {leave.error !== null && <ErrorNotice error={leave.error} />}
      </Dialog>
    </>
  )
}

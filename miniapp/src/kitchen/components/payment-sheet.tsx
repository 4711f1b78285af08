import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { yuanOf } from '../../platform/money'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Sheet } from '../../ui/sheet'
import { TextInput } from '../../ui/text-input'
import { showToast } from '../../ui/toast'
import { checkInText } from '../check-in.text'
import { type KitchenOrder, type Payment, useRecordPayment } from '../kitchen.api'
import styles from '../kitchen.module.scss'

interface PaymentSheetProps {
  communityId: string
  order: KitchenOrder
  isOpen: boolean
  onClose: () => void
}

/** What was paid over the counter: written down only, no money moves through here. Free needs a reason. */
export const PaymentSheet = ({ communityId, order, isOpen, onClose }: PaymentSheetProps) => {
  const t = useText(checkInText)
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const recording = useRecordPayment({ communityId, orderId: order.id })
  const due = yuanOf(order.dueCents)
  const record = (payment: Payment) =>
    recording.mutate(payment, {
      onSuccess: () => {
        showToast(t('paySaved'))
        onClose()
      },
    })
  const recordFree = () => {
    setAsked(true)
    if (reason.trim()) record({ payment: 'free', reason: reason.trim() })
  }
  return (
    <Sheet isOpen={isOpen} title={t('payTitle', { name: order.name, due })} onClose={onClose}>
      {recording.error !== null && <ErrorNotice error={recording.error} />}
      <Button
        kind='primary'
        isWide
        icon='check'
        isBusy={recording.isPending}
        onPress={() => record({ payment: 'paid' })}
      >
        {t('payPaid', { due })}
      </Button>
      <View className={styles.ways}>
        <TextInput
          label={t('reason')}
          hint={t('reasonHint')}
          value={reason}
          maxLength={60}
          error={isAsked && !reason.trim() ? t('reasonMissing') : undefined}
          onChange={setReason}
        />
        <Button isWide isBusy={recording.isPending} onPress={recordFree}>
          {t('payFree')}
        </Button>
        {order.payment !== 'unpaid' && (
          <Button isWide icon='undo' isBusy={recording.isPending} onPress={() => record({ payment: 'unpaid' })}>
            {t('payUnpaid')}
          </Button>
        )}
      </View>
    </Sheet>
  )
}

import { FREE_REASON_TEXT, FREE_REASONS, type FreeReason } from '@little-bench/shared/canteen/meals'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { yuanOf } from '../../platform/money'
import { Button } from '../../ui/button'
import { ChoiceList } from '../../ui/choice-list'
import { ErrorNotice } from '../../ui/error-notice'
import { Sheet } from '../../ui/sheet'
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

/** What was paid over the counter: written down only, no money moves through here. Free needs one of a few reasons. */
export const PaymentSheet = ({ communityId, order, isOpen, onClose }: PaymentSheetProps) => {
  const t = useText(checkInText)
  const tReason = useText(FREE_REASON_TEXT)
  const [reason, setReason] = useState<FreeReason | null>(null)
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
    if (reason !== null) record({ payment: 'free', reason })
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
        <ChoiceList
          label={t('reason')}
          hint={t('reasonHint')}
          choices={FREE_REASONS.map((value) => ({ value, name: tReason(value) }))}
          value={reason}
          error={isAsked && reason === null ? t('reasonMissing') : undefined}
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

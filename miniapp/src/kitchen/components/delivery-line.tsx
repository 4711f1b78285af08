import { DELIVERY_OUTCOMES } from '@little-bench/shared/canteen/meals'
import { Text, View } from '@tarojs/components'
import { callPhone } from '../../platform/call-phone'
import { useText } from '../../platform/i18n/text'
import { yuanOf } from '../../platform/money'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { StatusChip } from '../../ui/status-chip'
import { showToast } from '../../ui/toast'
import { deliveryText } from '../delivery.text'
import { type DeliverySheet, type Outcome, useRecordDelivery } from '../kitchen.api'
import styles from '../kitchen.module.scss'

interface DeliveryLineProps {
  communityId: string
  slotId: string
  order: DeliverySheet['courtyards'][number]['orders'][number]
}

/** One door of the round: whom to ring, what to hand over, and what became of it. */
export const DeliveryLine = ({ communityId, slotId, order }: DeliveryLineProps) => {
  const t = useText(deliveryText)
  const { id, name, door, phone, dishes, note, dueCents, payment, deliveryOutcome } = order
  const recording = useRecordDelivery({ communityId, slotId })
  const record = (outcome: Outcome) =>
    recording.mutate(
      { orderId: id, outcome },
      { onSuccess: () => showToast(t(outcome === 'delivered' ? 'saved' : 'savedItem')) },
    )
  return (
    <View className={styles.order} {...a11y({ role: 'listitem' })}>
      <View className={styles.head}>
        <Text className={styles.name}>{[door, name].filter(Boolean).join(' · ')}</Text>
        {deliveryOutcome && (
          <StatusChip word={t(deliveryOutcome)} tone={deliveryOutcome === 'delivered' ? 'good' : 'late'} />
        )}
      </View>
      <View>{dishes.map((dish) => `${dish.name} ×${dish.quantity}`).join('，')}</View>
      {note && <View className={styles.strong}>{note}</View>}
      {dueCents > 0 && payment === 'unpaid' && <View>{t('due', { due: yuanOf(dueCents) })}</View>}
      {recording.error !== null && <ErrorNotice error={recording.error} />}
      <View className={styles.row}>
        {phone && (
          <Button icon='phone' onPress={() => callPhone(phone)}>
            {t('call', { phone })}
          </Button>
        )}
        {DELIVERY_OUTCOMES.filter((outcome) => outcome !== deliveryOutcome).map((outcome) => (
          <Button
            key={outcome}
            {...(outcome === 'delivered' ? { icon: 'check' as const } : {})}
            isBusy={recording.isPending}
            label={t('outcomeLabel', { outcome: t(outcome), name })}
            onPress={() => record(outcome)}
          >
            {t(outcome)}
          </Button>
        ))}
      </View>
    </View>
  )
}

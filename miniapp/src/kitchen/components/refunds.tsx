import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { yuanOf } from '../../platform/money'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { showToast } from '../../ui/toast'
import { checkInText } from '../check-in.text'
import { type KitchenOrder, type KitchenSheet, useRecordPayment } from '../kitchen.api'
import styles from '../kitchen.module.scss'

interface RefundsProps {
  communityId: string
  sheet: KitchenSheet
}

/** Who paid, and cancelled afterwards: their money is given back over the counter. */
export const Refunds = ({ communityId, sheet }: RefundsProps) => {
  const t = useText(checkInText)
  if (sheet.refunds.length === 0) return null
  return (
    <Section title={t('refunds')}>
      <View className={styles.line}>{t('refundsHint')}</View>
      <View {...a11y({ role: 'list', label: t('refunds') })}>
        {sheet.refunds.map((order) => (
          <Refund key={order.id} communityId={communityId} order={order} />
        ))}
      </View>
    </Section>
  )
}

const Refund = ({ communityId, order }: { communityId: string; order: KitchenOrder }) => {
  const t = useText(checkInText)
  const recording = useRecordPayment({ communityId, orderId: order.id })
  const words = { name: order.name, due: yuanOf(order.dueCents) }
  const giveBack = () => recording.mutate({ payment: 'unpaid' }, { onSuccess: () => showToast(t('paySaved')) })
  return (
    <View className={styles.order} {...a11y({ role: 'listitem' })}>
      <View className={styles.head}>
        <View>{t('refund', words)}</View>
        <Button icon='check' isBusy={recording.isPending} label={t('refundedLabel', words)} onPress={giveBack}>
          {t('refunded')}
        </Button>
      </View>
      {recording.error !== null && <ErrorNotice error={recording.error} />}
    </View>
  )
}

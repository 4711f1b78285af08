import { FULFILMENT_TEXT } from '@little-bench/shared/canteen/meals'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { yuanOf } from '../../platform/money'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { StatusChip, type StatusTone } from '../../ui/status-chip'
import { checkInText } from '../check-in.text'
import type { ListedOrder } from '../check-in-list'
import styles from '../kitchen.module.scss'
import { PaymentSheet } from './payment-sheet'

interface OrderLineProps {
  communityId: string
  line: ListedOrder
  isBusy: boolean
  onCame: () => void
  onUndo: () => void
}

/** One order on the list: who, the code, what they get and what they pay; came with one tap, undone with another. */
export const OrderLine = ({ communityId, line, isBusy, onCame, onUndo }: OrderLineProps) => {
  const t = useText(checkInText)
  const tWay = useText(FULFILMENT_TEXT)
  const [isPaying, setPaying] = useState(false)
  const { order, isServed } = line
  const { name, pickUpCode, dishes, fulfilment, note, dueCents, payment, paymentReason } = order
  const due = yuanOf(dueCents)
  const paid = payment === 'unpaid' ? t('due', { due }) : [t(payment), paymentReason].filter(Boolean).join('：')
  return (
    <View className={styles.order} {...a11y({ role: 'listitem' })}>
      <View className={styles.head}>
        <Text className={styles.name}>{name}</Text>
        <StatusChip {...chipOf(line, t)} />
      </View>
      <View>
        <Text className={styles.code}>{pickUpCode.replace(/(\d{3})(?=\d)/g, '$1 ')}</Text> · {tWay(fulfilment)}
      </View>
      <View>{dishes.map((dish) => `${dish.name} ×${dish.quantity}`).join('，')}</View>
      {note && <View className={styles.strong}>{note}</View>}
      <View>{paid}</View>
      <View className={styles.row}>
        {isServed ? (
          <Button icon='undo' isBusy={isBusy} label={t('undoLabel', { name })} onPress={onUndo}>
            {t('undo')}
          </Button>
        ) : (
          <Button icon='check' label={t('cameLabel', { name })} onPress={onCame}>
            {t('came')}
          </Button>
        )}
        {dueCents > 0 || payment !== 'unpaid' ? (
          <Button label={t('payLabel', { name, due })} onPress={() => setPaying(true)}>
            {t('pay')}
          </Button>
        ) : null}
      </View>
      <PaymentSheet communityId={communityId} order={order} isOpen={isPaying} onClose={() => setPaying(false)} />
    </View>
  )
}

const chipOf = (
  { order, isServed, write }: ListedOrder,
  t: ReturnType<typeof useText<typeof checkInText>>,
): { word: string; tone: StatusTone } => {
  if (isServed && order.state !== 'served' && write?.state === 'waiting')
    return { word: t('servedWaiting'), tone: 'soon' }
  if (isServed) return { word: t('served'), tone: 'good' }
  return order.state === 'no_show' ? { word: t('no_show'), tone: 'plain' } : { word: t('booked'), tone: 'waiting' }
}

import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { orderText } from '../order.text'

interface OrderActionProps {
  isLast: boolean
  isWaiting: boolean
  orderer: 'resident' | 'staff' | 'nobody'
  isBusy: boolean
  /** The price is known: nobody orders without having read it. */
  isPriced: boolean
  onNext: () => void
  onSend: () => void
}

/** On, or at the end: order, wait, or sign in first. */
export const OrderAction = ({ isLast, isWaiting, orderer, isBusy, isPriced, onNext, onSend }: OrderActionProps) => {
  const t = useText(orderText)
  if (!isLast) {
    return (
      <Button kind='primary' isWide onPress={onNext}>
        {t('next')}
      </Button>
    )
  }
  if (orderer === 'nobody') {
    return (
      <Button kind='primary' isWide onPress={() => openPage('people/pages/sign-in/index')}>
        {t('signIn')}
      </Button>
    )
  }
  return (
    <Button kind='primary' isWide isBusy={isBusy} isDisabled={!isPriced} onPress={onSend}>
      {t(isWaiting ? 'sendWait' : 'send')}
    </Button>
  )
}

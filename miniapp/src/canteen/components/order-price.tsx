import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { Skeleton } from '../../ui/skeleton'
import type { useQuote } from '../meal.api'
import { orderText } from '../order.text'
import { OrderRefusal, type OrderWays } from './order-refusal'
import { PriceCard } from './price-card'

interface OrderPriceProps {
  quote: ReturnType<typeof useQuote>
  orderer: 'resident' | 'staff' | 'nobody'
  isWaiting: boolean
  ways: OrderWays
}

/** The price as the server says it now; whoever is not signed in reads it after that. */
export const OrderPrice = ({ quote, orderer, isWaiting, ways }: OrderPriceProps) => {
  const t = useText(orderText)
  if (orderer === 'nobody') return <Card tint='blue'>{t('signInWords')}</Card>
  if (quote.data) return <PriceCard price={quote.data} isWaiting={isWaiting} />
  if (quote.error) return <OrderRefusal error={quote.error} onRetry={() => void quote.refetch()} {...ways} />
  return <Skeleton cards={1} />
}

import { CallError } from '../../platform/call-error'
import { useText } from '../../platform/i18n/text'
import { openPage, replacePage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { orderText } from '../order.text'

export interface OrderWays {
  goTo: (step: number) => void
  /** Wait for a seat instead, or order because there is one after all. */
  setWaiting: (isWaiting: boolean) => void
  holdAgain: () => void
}

interface OrderRefusalProps extends OrderWays {
  error: unknown
  onRetry: () => void
}

/** Each is the name of its words. */
type NextWord =
  | 'seeOther'
  | 'toBookings'
  | 'joinWaitlist'
  | 'orderNow'
  | 'chooseAgain'
  | 'fillHow'
  | 'toFacts'
  | 'again'

/** What was refused, in the server's sentence, and the one thing that helps next. */
export const OrderRefusal = ({ error, onRetry, ...ways }: OrderRefusalProps) => {
  const t = useText(orderText)
  const next = nextAfter(error, ways)
  return (
    <>
      <ErrorNotice error={error} {...(next ? {} : { onRetry })} />
      {next && (
        <Button isWide icon='forward' onPress={next.go}>
          {t(next.word)}
        </Button>
      )}
    </>
  )
}

const toSittings = { word: 'seeOther', go: () => replacePage('canteen/pages/sittings/index') } as const
const toBookings = { word: 'toBookings', go: () => replacePage('bookings/pages/mine/index') } as const

const nextAfter = (
  error: unknown,
  { goTo, setWaiting, holdAgain }: OrderWays,
): { word: NextWord; go: () => void } | undefined => {
  switch (error instanceof CallError ? error.code : undefined) {
    case 'slot_full':
      return { word: 'joinWaitlist', go: () => setWaiting(true) }
    case 'slot_has_seats':
      return { word: 'orderNow', go: () => setWaiting(false) }
    case 'slot_closed':
    case 'past_cutoff':
    case 'date_in_past':
    case 'menu_missing':
      return toSittings
    case 'dish_sold_out':
    case 'unknown_dish':
    case 'portions_out_of_range':
      return { word: 'chooseAgain', go: () => goTo(1) }
    case 'fulfilment_not_offered':
    case 'address_missing':
    case 'unknown_place':
      return { word: 'fillHow', go: () => goTo(2) }
    case 'already_booked':
    case 'booking_overlaps':
    case 'offer_expired':
      return toBookings
    case 'hold_expired':
    case 'booking_changed':
      return { word: 'again', go: holdAgain }
    case 'other_community':
      return { word: 'toFacts', go: () => openPage('people/pages/fact/index', { kind: 'residence' }) }
    default:
      return undefined
  }
}

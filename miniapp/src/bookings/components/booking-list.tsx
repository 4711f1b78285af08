import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { useBookings } from '../../scheduling'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Skeleton } from '../../ui/skeleton'
import { bookingsText } from '../bookings.text'
import { BookingCard } from './booking-card'

interface BookingListProps {
  when: 'coming' | 'past'
  whose: 'mine' | 'family'
}

/** Bookings of all services in one list: the next first, or what is over. */
export const BookingList = ({ when, whose }: BookingListProps) => {
  const t = useText(bookingsText)
  const list = useBookings({ when, whose })
  if (list.isPending) return <Skeleton cards={2} />
  if (!list.data) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
  const bookings = list.data.pages.flatMap(({ items }) => items)
  if (bookings.length === 0) {
    if (when === 'past') return <Empty icon='calendar' title={t('nonePast')} next={t('nonePastNext')} />
    return <Empty icon='calendar' title={t('noneComing')} next={t('noneComingNext')} />
  }
  return (
    <>
      <View {...a11y({ role: 'list', label: t(when) })}>
        {bookings.map((booking) => (
          <View key={booking.id} {...a11y({ role: 'listitem' })}>
            <BookingCard booking={booking} />
          </View>
        ))}
      </View>
      {list.hasNextPage && (
        <Button icon='down' isWide isBusy={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

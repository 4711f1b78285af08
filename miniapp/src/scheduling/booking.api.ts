import type { CallResult } from '@little-bench/shared/kernel/endpoint'
import type { schedulingContract } from '@little-bench/shared/scheduling/contract'
import { schedulingEndpoints } from '@little-bench/shared/scheduling/endpoints'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'

type Contract = typeof schedulingContract
export type Booking = CallResult<Contract['holdSlot']>

export const bookingApi = createClient<Contract>(schedulingEndpoints)

/** Whatever is known of somebody's bookings; a service that books asks for them again. */
export const BOOKINGS_KEY = ['bookings'] as const

interface BookingList {
  when: 'coming' | 'past'
  whose: 'mine' | 'family'
}

/** Bookings of whose business it is, or of the family too: the next first, or the latest that are over. */
export const useBookings = ({ when, whose }: BookingList) => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useInfiniteQuery({
    queryKey: [...BOOKINGS_KEY, when, whose, personId, language],
    enabled: personId !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      bookingApi.listMyBookings({ query: { when, whose, ...(pageParam ? { cursor: pageParam } : {}) } }),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })
}

export type BookingAnswer = 'accept' | 'decline' | 'leave'

const CALL_OF: Record<BookingAnswer, 'acceptOffer' | 'declineOffer' | 'leaveWaitlist'> = {
  accept: 'acceptOffer',
  decline: 'declineOffer',
  leave: 'leaveWaitlist',
}

/** Takes an offered seat, leaves it to the next, or waits no longer; whatever comes back, `refreshes` is asked again. */
export const useAnswerBooking = (
  params: { communityId: string; bookingId: string },
  refreshes: readonly (readonly unknown[])[] = [],
) =>
  useWrite(
    (answer: BookingAnswer, options) => bookingApi[CALL_OF[answer]]({ params }, options),
    [BOOKINGS_KEY, ...refreshes],
  )

export const useSaveCalendarFeed = () =>
  useWrite((_nothing: undefined, options) => bookingApi.saveMyCalendarFeed({}, options))

export const useEndCalendarFeed = () =>
  useWrite((_nothing: undefined, options) => bookingApi.endMyCalendarFeed({}, options))

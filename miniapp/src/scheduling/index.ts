// The door of bookings: what the pages of every service that is booked may use.
export {
  BOOKINGS_KEY,
  type Booking,
  bookingApi,
  useAnswerBooking,
  useBookings,
  useEndCalendarFeed,
  useSaveCalendarFeed,
} from './booking.api'
export { bookingStatus } from './booking-status'
export { CalendarButton } from './calendar-button'
export { HoldNotice } from './hold-notice'
export { LeaveWaitlist } from './leave-waitlist'
export { OfferCard } from './offer-card'
export { schedulingText } from './scheduling.text'
export { type Hold, useHold } from './use-hold'
export { WaitlistCard, WaitlistOrder } from './waitlist-card'

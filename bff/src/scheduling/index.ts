export { type BatchItem, type BatchKey, findBatchItems } from './batch.repository.ts'
export { type Batch, openBatch, type PreparedBatch, prepareBatch } from './batch.service.ts'
export { type BookingView, presentBookings } from './booking.presenter.ts'
export { type BookingRow, findBookingById, listWaitingBookings } from './booking.repository.ts'
export { mountBookings } from './booking.routes.ts'
export { hasOpenBookings, listBookingsOfSlots } from './booking-look-ups.repository.ts'
export { changeCapacity } from './capacity.service.ts'
export { closeSlot, reopenSlot } from './close-slot.service.ts'
export { closeSlots, countToTell } from './close-slots.service.ts'
export { describeByCommunity } from './describe-by-community.ts'
export { endSlots } from './end-slots.service.ts'
export { expireDueSeats, offerWaitingSeats } from './expire.service.ts'
export { canGiveUp, giveUpBooking, giveUpEverything } from './give-up.service.ts'
export { happenedAt } from './happened-at.ts'
export { categoriesOf, categoryOf } from './item-categories.ts'
export { makeBookingMove, type PersonalMove } from './move-booking.service.ts'
export { bookedBefore, SCHEDULING_DATA } from './personal-data.ts'
export { planSlots } from './plan-slots.service.ts'
export {
  countWaiting,
  isFullFor,
  listBookingsByIds,
  listLiveBookingsOf,
  listPastStates,
  listSlotsByCutoff,
} from './read-bookings.repository.ts'
export {
  type BookableResource,
  type BookingDescription,
  type BookingHandlers,
  BookingServices,
  type Scheduling,
} from './scheduling.ts'
export { presentSlotFields } from './slot.presenter.ts'
export {
  findSlotById,
  listSlots,
  listSlotsByIds,
  lockSlotById,
  type SlotAddress,
  type SlotRow,
} from './slot.repository.ts'
export { type Asking, findOwnBooking, joinWaitlist, takeSeat } from './take-seat.service.ts'
export { tellFrom, tellOfBooking } from './tell-of-booking.ts'

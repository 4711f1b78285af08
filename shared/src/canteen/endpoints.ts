import { endpoints } from '../kernel/endpoint.ts'

/** What residents do with the canteen. A sitting is a slot; a meal order is the booking of its seat with dishes. */
export const canteenEndpoints = endpoints({
  listCanteens: ['GET', '/api/communities/:communityId/canteens'],
  listSittings: ['GET', '/api/communities/:communityId/sittings'],
  quoteMeal: ['POST', '/api/communities/:communityId/sittings/:slotId/quotes'],
  orderMeal: ['POST', '/api/communities/:communityId/sittings/:slotId/orders'],
  joinSittingWaitlist: ['POST', '/api/communities/:communityId/sittings/:slotId/waitlist'],
  getMealOrder: ['GET', '/api/communities/:communityId/meal-orders/:orderId'],
  cancelMealOrder: ['DELETE', '/api/communities/:communityId/meal-orders/:orderId'],
  listStandingOrders: ['GET', '/api/communities/:communityId/standing-orders'],
  saveStandingOrder: ['PUT', '/api/communities/:communityId/canteens/:canteenId/standing-orders/:sitting'],
  endStandingOrder: ['DELETE', '/api/communities/:communityId/canteens/:canteenId/standing-orders/:sitting'],
  getAbsenceCheck: ['GET', '/api/communities/:communityId/absence-check'],
  saveAbsenceCheck: ['PUT', '/api/communities/:communityId/absence-check'],
})

/** What the kitchen does. */
export const kitchenEndpoints = endpoints({
  saveMenu: ['PUT', '/api/communities/:communityId/canteens/:canteenId/menus/:on/:sitting'],
  saveSitting: ['PUT', '/api/communities/:communityId/sittings/:slotId'],
  getKitchenSheet: ['GET', '/api/communities/:communityId/sittings/:slotId/kitchen-sheet'],
  getDeliverySheet: ['GET', '/api/communities/:communityId/sittings/:slotId/delivery-sheet'],
  checkInMeal: ['POST', '/api/communities/:communityId/canteens/:canteenId/check-ins'],
  undoMealCheckIn: ['DELETE', '/api/communities/:communityId/meal-orders/:orderId/check-in'],
  recordDelivery: ['POST', '/api/communities/:communityId/meal-orders/:orderId/delivery'],
  recordPayment: ['PUT', '/api/communities/:communityId/meal-orders/:orderId/payment'],
  getDayEndSheet: ['GET', '/api/communities/:communityId/canteens/:canteenId/day-end'],
})

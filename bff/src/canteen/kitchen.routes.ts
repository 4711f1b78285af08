import { kitchenEndpoints } from '@little-bench/shared/canteen/endpoints'
import { kitchenContract } from '@little-bench/shared/canteen/kitchen.contract'
import type { Mount } from '../platform/http/mount.ts'
import type { Scheduling } from '../scheduling/index.ts'
import { checkInMeal, undoMealCheckIn } from './check-in-meal.service.ts'
import { readDayEndSheet } from './day-end.service.ts'
import { readDeliverySheet } from './delivery-sheet.service.ts'
import { readKitchenSheet } from './kitchen-sheet.service.ts'
import { saveMenu } from './menu.service.ts'
import { recordDelivery } from './record-delivery.service.ts'
import { recordPayment } from './record-payment.service.ts'
import { saveSitting } from './sitting.service.ts'

export const mountKitchen = (mount: Mount, scheduling: Scheduling): void =>
  mount(kitchenEndpoints, kitchenContract, {
    saveMenu: ({ viewer, params, body, write }) => saveMenu(scheduling, viewer, params, body.dishes, write),
    saveSitting: ({ viewer, params, body, write }) => saveSitting(scheduling, viewer, params, body, write),
    getKitchenSheet: ({ viewer, params }) => readKitchenSheet(scheduling, viewer, params),
    getDeliverySheet: ({ viewer, params }) => readDeliverySheet(scheduling, viewer, params),
    checkInMeal: ({ viewer, params, body, write }) => checkInMeal(scheduling, viewer, params, body, write),
    undoMealCheckIn: ({ viewer, params, write }) => undoMealCheckIn(scheduling, viewer, params, write),
    recordDelivery: ({ viewer, params, body, write }) => recordDelivery(scheduling, viewer, params, body, write),
    recordPayment: ({ viewer, params, body, write }) => recordPayment(scheduling, viewer, params, body, write),
    getDayEndSheet: ({ viewer, params, query }) => readDayEndSheet(scheduling, viewer, params, query.on),
  })

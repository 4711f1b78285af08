import { canteenContract } from '@little-bench/shared/canteen/contract'
import { canteenEndpoints } from '@little-bench/shared/canteen/endpoints'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { communityOf } from '../communities/index.ts'
import type { Mount } from '../platform/http/mount.ts'
import type { Scheduling } from '../scheduling/index.ts'
import { readAbsenceCheck, saveAbsenceCheck } from './absence-check.service.ts'
import { cancelMealOrder } from './cancel-meal.service.ts'
import { presentCanteen } from './canteen.presenter.ts'
import { listSittings } from './list-sittings.service.ts'
import { joinSittingWaitlist, orderMeal, quoteMeal } from './order-meal.service.ts'
import { readMealOrder } from './read-meal.service.ts'
import { endStandingOrder, listStandingOrders, saveStandingOrder } from './standing-order.service.ts'

export const mountCanteen = (mount: Mount, scheduling: Scheduling): void =>
  mount(canteenEndpoints, canteenContract, {
    listCanteens: async ({ params, language }) => {
      const { date } = shanghaiTime(scheduling.clock.now())
      const { canteens } = communityOf(scheduling, params.communityId)
      return { items: canteens.map((canteen) => presentCanteen(canteen, language, date)) }
    },
    listSittings: async ({ viewer, params, query, language }) => ({
      items: await listSittings(scheduling, viewer, language, params.communityId, query),
    }),
    quoteMeal: ({ viewer, params, body }) => quoteMeal(scheduling, viewer, params, body),
    orderMeal: ({ viewer, params, body, write }) => orderMeal(scheduling, viewer, params, body, write),
    joinSittingWaitlist: ({ viewer, params, body, write }) =>
      joinSittingWaitlist(scheduling, viewer, params, body, write),
    getMealOrder: ({ viewer, params }) => readMealOrder(scheduling, viewer, params),
    cancelMealOrder: ({ viewer, params, write }) => cancelMealOrder(scheduling, viewer, params, write),
    listStandingOrders: async ({ viewer, params }) => ({
      items: await listStandingOrders(scheduling, viewer, params.communityId),
    }),
    saveStandingOrder: ({ viewer, params, body, write }) => saveStandingOrder(scheduling, viewer, params, body, write),
    endStandingOrder: ({ viewer, params, write }) => endStandingOrder(scheduling, viewer, params, write),
    getAbsenceCheck: ({ viewer, params }) => readAbsenceCheck(scheduling, viewer, params.communityId),
    saveAbsenceCheck: ({ viewer, params, body, write }) => saveAbsenceCheck(scheduling, viewer, params, body, write),
  })

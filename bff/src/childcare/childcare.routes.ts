import { childcareContract } from '@little-bench/shared/childcare/contract'
import { childcareEndpoints } from '@little-bench/shared/childcare/endpoints'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { communityOf } from '../communities/index.ts'
import type { Mount } from '../platform/http/mount.ts'
import type { Scheduling } from '../scheduling/index.ts'
import { bookChildcare, joinChildcareWaitlist } from './book-childcare.service.ts'
import { presentCentre } from './centre.presenter.ts'
import { cancelChildcareBooking, reportAbsence } from './give-up-booking.service.ts'
import { listChildcareSlots } from './list-childcare-slots.service.ts'
import { readChildcareBooking } from './read-childcare-booking.service.ts'

export const mountChildcare = (mount: Mount, scheduling: Scheduling): void =>
  mount(childcareEndpoints, childcareContract, {
    async listChildcareCentres({ params, language }) {
      const { childcareCentres } = communityOf(scheduling, params.communityId)
      const reader = { language, today: shanghaiTime(scheduling.clock.now()).date }
      return { items: childcareCentres.map((centre) => presentCentre(centre, reader)) }
    },
    listChildcareSlots: async ({ viewer, language, params, query }) => ({
      items: await listChildcareSlots(scheduling, { viewer, language }, params.communityId, query),
    }),
    bookChildcare: ({ viewer, params, body, write }) =>
      bookChildcare(scheduling, viewer, params.communityId, body, write),
    joinChildcareWaitlist: ({ viewer, params, body, write }) =>
      joinChildcareWaitlist(scheduling, viewer, params.communityId, body, write),
    getChildcareBooking: ({ viewer, params }) => readChildcareBooking(scheduling, viewer, params),
    cancelChildcareBooking: ({ viewer, params, write }) => cancelChildcareBooking(scheduling, viewer, params, write),
    reportAbsence: ({ viewer, params, body, write }) => reportAbsence(scheduling, viewer, params, body.reason, write),
  })

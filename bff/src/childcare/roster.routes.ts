import { rosterEndpoints } from '@little-bench/shared/childcare/endpoints'
import { rosterContract } from '@little-bench/shared/childcare/roster.contract'
import type { Mount } from '../platform/http/mount.ts'
import type { Scheduling } from '../scheduling/index.ts'
import { closeChildcareDay } from './close-day.service.ts'
import { getDayRoster } from './day-roster.service.ts'
import { recordArrival, recordPickUp, undoArrival, undoPickUp } from './handover.service.ts'

export const mountRoster = (mount: Mount, scheduling: Scheduling): void =>
  mount(rosterEndpoints, rosterContract, {
    getDayRoster: ({ viewer, params, query }) => getDayRoster(scheduling, viewer, params, query.on),
    recordArrival: ({ viewer, params, body, write }) => recordArrival(scheduling, viewer, params, body.at, write),
    undoArrival: ({ viewer, params, write }) => undoArrival(scheduling, viewer, params, write),
    recordPickUp: ({ viewer, params, body, write }) => recordPickUp(scheduling, viewer, params, body, write),
    closeChildcareDay: ({ viewer, params, body, write }) =>
      closeChildcareDay(scheduling, viewer, params, body.on, write),
    undoPickUp: ({ viewer, params, write }) => undoPickUp(scheduling, viewer, params, write),
  })

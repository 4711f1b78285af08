import { activityContract } from '@little-bench/shared/activities/contract'
import { activityEndpoints } from '@little-bench/shared/activities/endpoints'
import type { Mount } from '../platform/http/mount.ts'
import type { Scheduling } from '../scheduling/index.ts'
import { checkInActivity, getActivityRoster, undoActivityCheckIn } from './activity-roster.service.ts'
import { cancelActivityDate } from './cancel-date.service.ts'
import { cancelActivitySignUp } from './cancel-sign-up.service.ts'
import { listActivities } from './list-activities.service.ts'
import { joinActivityWaitlist, signUpForActivity } from './sign-up.service.ts'

export const mountActivities = (mount: Mount, scheduling: Scheduling): void =>
  mount(activityEndpoints, activityContract, {
    listActivities: async ({ viewer, language, params, query }) => ({
      items: await listActivities(scheduling, { viewer, language }, params.communityId, query),
    }),
    signUpForActivity: ({ viewer, params, body, write }) => signUpForActivity(scheduling, viewer, params, body, write),
    joinActivityWaitlist: ({ viewer, params, body, write }) =>
      joinActivityWaitlist(scheduling, viewer, params, body, write),
    cancelActivitySignUp: ({ viewer, params, write }) => cancelActivitySignUp(scheduling, viewer, params, write),
    getActivityRoster: ({ viewer, params }) => getActivityRoster(scheduling, viewer, params),
    checkInActivity: ({ viewer, params, body, write }) => checkInActivity(scheduling, viewer, params, body.at, write),
    cancelActivityDate: ({ viewer, params, write }) => cancelActivityDate(scheduling, viewer, params, write),
    undoActivityCheckIn: ({ viewer, params, write }) => undoActivityCheckIn(scheduling, viewer, params, write),
  })

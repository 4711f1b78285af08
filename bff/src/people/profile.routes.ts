import { profileEndpoints } from '@little-bench/shared/people/endpoints'
import { profileContract } from '@little-bench/shared/people/profile.contract'
import type { Context } from '../platform/context.ts'
import type { Mount } from '../platform/http/mount.ts'
import { createHouseholdCode, getHousehold, joinHousehold, leaveHousehold } from './household.service.ts'
import { claimFact, listMyFacts, withdrawFact } from './resident-fact.service.ts'
import type { TellPerson } from './tell-person.ts'

export const mountProfile = (mount: Mount, context: Context, tellPerson: TellPerson): void =>
  mount(profileEndpoints, profileContract, {
    listMyFacts: async ({ viewer }) => ({ items: await listMyFacts(context, viewer), nextCursor: null }),
    claimFact: ({ viewer, body, write }) => claimFact(context, viewer, body, write),
    withdrawFact: ({ viewer, params, write }) => withdrawFact(context, viewer, params.factId, write),
    getHousehold: async ({ viewer }) => ({ household: await getHousehold(context, viewer) }),
    createHouseholdCode: ({ viewer, body, write }) => createHouseholdCode(context, viewer, body, write),
    joinHousehold: ({ viewer, body, write }) => joinHousehold(context, tellPerson, viewer, body.code, write),
    leaveHousehold: ({ viewer, write }) => leaveHousehold(context, tellPerson, viewer, write),
  })

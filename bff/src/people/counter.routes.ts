import { counterContract } from '@little-bench/shared/people/counter.contract'
import { counterEndpoints } from '@little-bench/shared/people/endpoints'
import type { Context } from '../platform/context.ts'
import type { Mount } from '../platform/http/mount.ts'
import { endAssistSession, getAssistSession, startAssistSession } from './assist-session.service.ts'
import { findResidents } from './find-residents.service.ts'
import { registerResident } from './register-resident.service.ts'
import type { TellPerson } from './tell-person.ts'

/** What staff do beside a resident. `tellPerson` reaches the person by their own channel. */
export const mountCounter = (mount: Mount, context: Context, tellPerson: TellPerson): void =>
  mount(counterEndpoints, counterContract, {
    findResidents: async ({ viewer, params, body }) => ({
      items: await findResidents(context, viewer, params.communityId, body),
      nextCursor: null,
    }),
    registerResident: ({ viewer, params, body, write }) =>
      registerResident(context, viewer, { ...body, communityId: params.communityId }, write),
    getAssistSession: async ({ viewer }) => ({ session: await getAssistSession(context, viewer) }),
    startAssistSession: ({ viewer, params, body, write }) =>
      startAssistSession(context, tellPerson, viewer, params.communityId, body, write),
    endAssistSession: ({ viewer, params, write }) => endAssistSession(context, viewer, params.sessionId, write),
  })

import { callContract } from '@little-bench/shared/notifications/contract'
import { callEndpoints } from '@little-bench/shared/notifications/endpoints'
import type { Context } from '../platform/context.ts'
import type { Mount } from '../platform/http/mount.ts'
import { listCallList, recordCall } from './call-list.service.ts'

export const mountCallList = (mount: Mount, context: Context): void =>
  mount(callEndpoints, callContract, {
    listCallList: ({ viewer, params, query }) => listCallList(context, viewer, params.communityId, query),
    recordCall: ({ viewer, params, body, write }) => recordCall(context, viewer, params, body, write),
  })

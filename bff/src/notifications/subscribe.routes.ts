import { subscribeEndpoints } from '@little-bench/shared/notifications/endpoints'
import { subscribeContract } from '@little-bench/shared/notifications/subscribe.contract'
import type { Context } from '../platform/context.ts'
import type { Mount } from '../platform/http/mount.ts'
import { listMessageTemplates, recordSubscribeResult } from './subscribe.service.ts'

export const mountSubscriptions = (mount: Mount, context: Context): void =>
  mount(subscribeEndpoints, subscribeContract, {
    listMessageTemplates: ({ viewer }) => listMessageTemplates(context, viewer),
    recordSubscribeResult: ({ viewer, body, write }) => recordSubscribeResult(context, viewer, body, write),
  })

import { deliveryEndpoints } from '@little-bench/shared/notifications/endpoints'
import { deliveryContract } from '@little-bench/shared/notifications/subscribe.contract'
import type { Context } from '../platform/context.ts'
import type { Mount } from '../platform/http/mount.ts'
import { listDeliveries } from './delivery-list.service.ts'

export const mountDeliveries = (mount: Mount, context: Context): void =>
  mount(deliveryEndpoints, deliveryContract, {
    listDeliveries: ({ viewer, params, query }) => listDeliveries(context, viewer, params.communityId, query),
  })

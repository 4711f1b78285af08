import { workQueueContract } from '@little-bench/shared/work-queue/contract'
import { workQueueEndpoints } from '@little-bench/shared/work-queue/endpoints'
import type { Mount } from '../platform/http/mount.ts'
import type { Engine } from './engine.ts'
import { listMyItems, listMyQueues, listQueueItems } from './list-work-items.service.ts'
import { moveWorkItem } from './move-work-item.service.ts'
import { rateWorkItem } from './rate-work-item.service.ts'
import { viewWorkItem } from './read-work-item.service.ts'

export const mountWorkQueue = (mount: Mount, engine: Engine): void =>
  mount(workQueueEndpoints, workQueueContract, {
    listMyItems: ({ viewer, query }) => listMyItems(engine, viewer, query),
    listMyQueues: async ({ viewer }) => ({ items: await listMyQueues(engine, viewer), nextCursor: null }),
    listQueueItems: ({ viewer, params, query }) => listQueueItems(engine, viewer, params.queueId, query),
    getWorkItem: ({ viewer, params }) => viewWorkItem(engine, viewer, params),
    moveWorkItem: ({ viewer, params, body, once }) => moveWorkItem(engine, viewer, params, body, once),
    rateWorkItem: ({ viewer, params, body, once }) => rateWorkItem(engine, viewer, params, body, once),
  })

import { workQueueContract } from '@little-bench/shared/work-queue/contract'
import { workQueueEndpoints } from '@little-bench/shared/work-queue/endpoints'
import type { Mount } from '../platform/http/mount.ts'
import { bindReceipt } from './bind-receipt.service.ts'
import { claimNextItem } from './claim-next.service.ts'
import { addNote, addReply } from './conversation.service.ts'
import type { Engine } from './engine.ts'
import { listMyItems, listMyQueues, listQueueItems } from './list-work-items.service.ts'
import { listMoveChoices } from './move-choices.service.ts'
import { moveWorkItem } from './move-work-item.service.ts'
import { announcePresence } from './presence.service.ts'
import { rateWorkItem } from './rate-work-item.service.ts'
import { viewWorkItem } from './read-work-item.service.ts'

export const mountWorkQueue = (mount: Mount, engine: Engine): void =>
  mount(workQueueEndpoints, workQueueContract, {
    listMyItems: ({ viewer, query }) => listMyItems(engine, viewer, query),
    listMyQueues: async ({ viewer }) => ({ items: await listMyQueues(engine, viewer), nextCursor: null }),
    listQueueItems: ({ viewer, params, query }) => listQueueItems(engine, viewer, params.queueId, query),
    getWorkItem: ({ viewer, params }) => viewWorkItem(engine, viewer, params),
    claimNextItem: ({ viewer, params, write }) => claimNextItem(engine, viewer, params.queueId, write),
    getMoveChoices: ({ viewer, params }) => listMoveChoices(engine, viewer, params),
    addNote: ({ viewer, params, body, write }) => addNote(engine, viewer, params, body.body, write),
    addReply: ({ viewer, params, body, write }) => addReply(engine, viewer, params, body.body, write),
    announcePresence: ({ viewer, params, body }) => announcePresence(engine, viewer, params, body.isViewing),
    moveWorkItem: ({ viewer, params, body, write }) => moveWorkItem(engine, viewer, params, body, write),
    bindReceipt: ({ viewer, body, write }) => bindReceipt(engine, viewer, body.code, write),
    rateWorkItem: ({ viewer, params, body, write }) => rateWorkItem(engine, viewer, params, body, write),
  })

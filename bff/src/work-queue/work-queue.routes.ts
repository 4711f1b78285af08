import { workQueueContract } from '@little-bench/shared/work-queue/contract'
import { workQueueEndpoints } from '@little-bench/shared/work-queue/endpoints'
import type { Mount } from '../platform/http/mount.ts'
import { bindReceipt } from './bind-receipt.service.ts'
import { claimNextItem } from './claim-next.service.ts'
import { addNote, addReply } from './conversation.service.ts'
import type { Engine } from './engine.ts'
import { withFreshFiles } from './fresh-files.ts'
import { listMyItems, listMyQueues, listQueueItems } from './list-work-items.service.ts'
import { listMoveChoices } from './move-choices.service.ts'
import { moveWorkItem } from './move-work-item.service.ts'
import { announcePresence } from './presence.service.ts'
import { rateWorkItem } from './rate-work-item.service.ts'
import { viewWorkItem } from './read-work-item.service.ts'
import { searchItems } from './search-items.service.ts'
import { transcribeVoiceNote } from './transcribe-voice-note.service.ts'

export const mountWorkQueue = (mount: Mount, engine: Engine): void =>
  mount(workQueueEndpoints, workQueueContract, {
    listMyItems: ({ viewer, query }) => listMyItems(engine, viewer, query),
    listMyQueues: async ({ viewer }) => ({ items: await listMyQueues(engine, viewer), nextCursor: null }),
    listQueueItems: ({ viewer, params, query }) => listQueueItems(engine, viewer, params.queueId, query),
    getWorkItem: ({ viewer, params }) => viewWorkItem(engine, viewer, params),
    claimNextItem: async ({ viewer, params, write }) => {
      const { item } = await claimNextItem(engine, viewer, params.queueId, write)
      return { item: item && (await withFreshFiles(engine, viewer, item)) }
    },
    getMoveChoices: ({ viewer, params }) => listMoveChoices(engine, viewer, params),
    addNote: async ({ viewer, params, body, write }) =>
      withFreshFiles(engine, viewer, await addNote(engine, viewer, params, body, write)),
    addReply: async ({ viewer, params, body, write }) =>
      withFreshFiles(engine, viewer, await addReply(engine, viewer, params, body, write)),
    transcribeVoiceNote: async ({ viewer, params, body, write }) =>
      withFreshFiles(engine, viewer, await transcribeVoiceNote(engine, viewer, params, body.transcript, write)),
    announcePresence: ({ viewer, params, body }) => announcePresence(engine, viewer, params, body.isViewing),
    moveWorkItem: async ({ viewer, params, body, write }) =>
      withFreshFiles(engine, viewer, await moveWorkItem(engine, viewer, params, body, write)),
    searchItems: ({ viewer, query }) => searchItems(engine, viewer, query),
    bindReceipt: ({ viewer, body, write }) => bindReceipt(engine, viewer, body.code, write),
    rateWorkItem: async ({ viewer, params, body, write }) =>
      withFreshFiles(engine, viewer, await rateWorkItem(engine, viewer, params, body, write)),
  })

import { deskContract } from '@little-bench/shared/work-queue/desk.contract'
import { deskEndpoints } from '@little-bench/shared/work-queue/endpoints'
import type { Handlers, Mount } from '../platform/http/mount.ts'
import type { Engine } from './engine.ts'
import { recordFollowUp } from './follow-up.service.ts'
import { listFollowUps } from './list-follow-ups.service.ts'
import { notOursHandlers } from './not-ours.service.ts'
import { replyTemplateHandlers } from './reply-template.service.ts'
import { getRoster, saveRoster } from './roster.service.ts'
import { savedViewHandlers } from './saved-view.service.ts'

type Desk = Handlers<typeof deskContract>

/** What staff keep at the desk. */
export const mountDesk = (mount: Mount, engine: Engine): void =>
  mount(deskEndpoints, deskContract, {
    ...rosterHandlers(engine),
    ...followUpHandlers(engine),
    ...savedViewHandlers(engine),
    ...replyTemplateHandlers(engine),
    ...notOursHandlers(engine),
  })

export const rosterHandlers = (engine: Engine): Pick<Desk, 'getRoster' | 'saveRoster'> => ({
  getRoster: ({ viewer, params }) => getRoster(engine, viewer, params.queueId),
  saveRoster: ({ viewer, params, body }) => saveRoster(engine, viewer, params.queueId, body),
})

export const followUpHandlers = (engine: Engine): Pick<Desk, 'listFollowUps' | 'recordFollowUp'> => ({
  listFollowUps: ({ viewer, params, query }) => listFollowUps(engine, viewer, params.queueId, query),
  recordFollowUp: ({ viewer, params, body, write }) => recordFollowUp(engine, viewer, params, body, write),
})

import type { deskContract } from '@little-bench/shared/work-queue/desk.contract'
import type { Handlers } from '../platform/http/mount.ts'
import type { Engine } from './engine.ts'
import { recordFollowUp } from './follow-up.service.ts'
import { listFollowUps } from './list-follow-ups.service.ts'
import { getRoster, saveRoster } from './roster.service.ts'

type Desk = Handlers<typeof deskContract>

export const rosterHandlers = (engine: Engine): Pick<Desk, 'getRoster' | 'saveRoster'> => ({
  getRoster: ({ viewer, params }) => getRoster(engine, viewer, params.queueId),
  saveRoster: ({ viewer, params, body }) => saveRoster(engine, viewer, params.queueId, body),
})

export const followUpHandlers = (engine: Engine): Pick<Desk, 'listFollowUps' | 'recordFollowUp'> => ({
  listFollowUps: ({ viewer, params, query }) => listFollowUps(engine, viewer, params.queueId, query),
  recordFollowUp: ({ viewer, params, body, once }) => recordFollowUp(engine, viewer, params, body, once),
})

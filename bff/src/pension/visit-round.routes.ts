import { visitEndpoints } from '@little-bench/shared/pension/endpoints'
import { visitContract } from '@little-bench/shared/pension/visit.contract'
import type { Mount } from '../platform/http/mount.ts'
import type { Engine } from '../work-queue/index.ts'
import { listVisitRounds } from './list-rounds.service.ts'
import { listHomeVisits } from './list-visits.service.ts'
import { planVisitRound } from './plan-round.service.ts'
import { recordVisitOutcome } from './record-outcome.service.ts'

export const mountVisitRounds = (mount: Mount, engine: Engine): void =>
  mount(visitEndpoints, visitContract, {
    listHomeVisits: ({ viewer, params }) => listHomeVisits(engine, viewer, params.communityId),
    listVisitRounds: ({ viewer, params, query }) => listVisitRounds(engine, viewer, params.communityId, query),
    planVisitRound: ({ viewer, params, body, write }) => planVisitRound(engine, viewer, params, body.visits, write),
    recordVisitOutcome: ({ viewer, params, body, write }) => recordVisitOutcome(engine, viewer, params, body, write),
  })

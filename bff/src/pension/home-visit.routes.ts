import { homeVisitContract } from '@little-bench/shared/pension/contract'
import { homeVisitEndpoints } from '@little-bench/shared/pension/endpoints'
import type { Mount } from '../platform/http/mount.ts'
import type { Engine } from '../work-queue/index.ts'
import { cancelHomeVisit, rescheduleVisit } from './change-visit.service.ts'
import { requestHomeVisit } from './request-visit.service.ts'
import { verifyVisitCode } from './verify-visit-code.service.ts'

export const mountHomeVisits = (mount: Mount, engine: Engine): void =>
  mount(homeVisitEndpoints, homeVisitContract, {
    requestHomeVisit: ({ viewer, params, body, write }) =>
      requestHomeVisit(engine, viewer, params.communityId, body, write),
    rescheduleVisit: ({ viewer, params, body, write }) => rescheduleVisit(engine, viewer, params, body, write),
    cancelHomeVisit: ({ viewer, params, write }) => cancelHomeVisit(engine, viewer, params, write),
    verifyVisitCode: ({ viewer, params, body, write }) => verifyVisitCode(engine, viewer, params, body.code, write),
  })

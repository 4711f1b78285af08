import type { Service } from '@little-bench/shared/communities/duty'
import { oversightEndpoints } from '@little-bench/shared/work-queue/endpoints'
import { oversightContract } from '@little-bench/shared/work-queue/oversight.contract'
import type { Mount } from '../platform/http/mount.ts'
import type { Engine } from './engine.ts'
import { communityFigures } from './figures.service.ts'
import { applyGridRedraw, listGridRedraws, previewGridRedraw } from './grid-redraw.service.ts'
import { exportLedger } from './ledger.service.ts'

/** `measured`: the services whose rates are published. */
export const mountOversight = (mount: Mount, engine: Engine, measured: readonly Service[]): void =>
  mount(oversightEndpoints, oversightContract, {
    getCommunityFigures: ({ params, query, language }) =>
      communityFigures(engine, measured, params.communityId, query.month, language),
    exportLedger: ({ viewer, params, query }) => exportLedger(engine, viewer, params.communityId, query),
    listGridRedraws: async ({ viewer, params }) => ({
      items: await listGridRedraws(engine, viewer, params.communityId),
      nextCursor: null,
    }),
    previewGridRedraw: ({ viewer, params }) => previewGridRedraw(engine, viewer, params),
    applyGridRedraw: ({ viewer, params, body, write }) => applyGridRedraw(engine, viewer, params, body.planHash, write),
  })

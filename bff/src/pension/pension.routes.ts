import { proofContract } from '@little-bench/shared/pension/contract'
import { openProofEndpoints, proofEndpoints } from '@little-bench/shared/pension/endpoints'
import { openProofContract } from '@little-bench/shared/pension/open-proof.contract'
import type { Mount } from '../platform/http/mount.ts'
import type { Engine } from '../work-queue/index.ts'
import { groupText } from './group-text.service.ts'
import { listOpenProofs } from './open-proofs.service.ts'
import { readProofOfLife } from './read-proof.service.ts'
import { recordProofOfLifeDone } from './record-done.service.ts'
import { saveProofOfLifeWay } from './save-way.service.ts'

/** `pagesUrl`: where the web pages stand, for a link in a text. */
export const mountPension = (mount: Mount, engine: Engine, { pagesUrl }: { pagesUrl: string }): void => {
  mount(proofEndpoints, proofContract, {
    getProofOfLife: ({ viewer, params }) => readProofOfLife(engine, viewer, params.communityId),
    saveProofOfLifeWay: ({ viewer, params, body, write }) =>
      saveProofOfLifeWay(engine, viewer, params.communityId, body, write),
    recordProofOfLifeDone: ({ viewer, params, body, write }) =>
      recordProofOfLifeDone(engine, viewer, params.communityId, body, write),
    getGroupText: ({ params, language }) =>
      Promise.resolve(groupText(engine, { communityId: params.communityId, language, pagesUrl })),
  })
  mount(openProofEndpoints, openProofContract, {
    listOpenProofsOfLife: ({ viewer, params, query }) => listOpenProofs(engine, viewer, params.communityId, query),
  })
}

import { expect } from 'vitest'
import type { OperationName } from './client.ts'
import { IN_PERSON, type ProxyRow } from './proxy-matrix-row.ts'

const RAOSAI = { communityId: 'raosai' }
const isNotTheActors = ({ body }: { body: unknown }) => expect(Object(body).forWhom.isYou).toBe(false)

/** A daughter looks after it, and the counter beside the person; whom to follow up is staff's own work. */
export const createPensionProxyRows = () =>
  ({
    getProofOfLife: { input: () => ({ params: RAOSAI }), shows: isNotTheActors },
    saveProofOfLifeWay: {
      input: () => ({ params: RAOSAI, body: { canUseApp: false, hasHelper: true, needsVisit: false } }),
      shows: ({ body }) => expect(Object(body).way).toBe('family'),
    },
    recordProofOfLifeDone: {
      input: () => ({ params: RAOSAI, body: { on: '2026-11-25', evidence: 'was_there' } }),
      shows: ({ body }) =>
        expect(Object(body).lastDone).toMatchObject({ on: '2026-11-25', evidence: 'was_there', isByYou: true }),
    },
    getGroupText: { input: () => ({ params: RAOSAI }) },
    listOpenProofsOfLife: IN_PERSON,
  }) satisfies Partial<Record<OperationName, ProxyRow>>

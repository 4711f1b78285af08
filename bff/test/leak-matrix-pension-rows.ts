import type { OperationName } from './client.ts'
import { COMMUNITY, type LeakItems } from './leak-matrix-items.ts'
import type { Marks, Row } from './leak-matrix-rows.ts'

const RESIDENTS = ['reporter', 'neighbour', 'respondent']
const FOLLOWERS = ['grid worker', 'worker of the next cell', 'grid leader', 'community staff']
const answered =
  (names: readonly string[]) =>
  (name: string): Marks =>
    names.includes(name) ? [] : undefined

/** Each reads their own proof of life; who has not done it yet, whoever looks after their grid cell. */
export const createPensionRows = ({ visits: { own } }: LeakItems) =>
  ({
    getProofOfLife: {
      input: () => ({ params: COMMUNITY }),
      sees: (name) => (name === 'reporter' ? Object.values(own) : answered(RESIDENTS)(name)),
    },
    saveProofOfLifeWay: {
      input: () => ({ params: COMMUNITY, body: { canUseApp: false, hasHelper: false, needsVisit: true } }),
      sees: answered(RESIDENTS),
    },
    recordProofOfLifeDone: {
      input: () => ({ params: COMMUNITY, body: { on: '2026-06-01', evidence: 'app_says_so' } }),
      sees: answered(RESIDENTS),
    },
    getGroupText: { input: () => ({ params: COMMUNITY }) },
    listOpenProofsOfLife: {
      input: () => ({ params: COMMUNITY, query: { limit: 50 } }),
      sees: answered(FOLLOWERS),
    },
  }) satisfies Partial<Record<OperationName, Row | readonly Row[]>>

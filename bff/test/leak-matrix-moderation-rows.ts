import { holdWordsOf } from './held-words.ts'
import type { LeakItems } from './leak-matrix-items.ts'
import type { Row } from './leak-matrix-rows.ts'
import { GRID_STAFF, type Planted, type Planting } from './planted.ts'
import type { TestServer } from './server.ts'

const COMMUNITY = { communityId: 'raosai' }

/** Its reporter made it public, and nobody has looked at it yet. */
export const plantWaiting = async (server: TestServer, planting: Planting) => {
  const planted = await planting.plant('WAITING', GRID_STAFF, 'garbage', { isWaiting: true })
  return { id: await holdWordsOf(server.databaseUrl, planted.receipt.id), planted }
}

const wordsOf = ({ receipt, words }: Planted): string[] => [receipt.id, receipt.workItemId, ...words.requester]

export const createModerationRows = ({ waiting }: LeakItems) => {
  const sees: Row['sees'] = (name) => (name === 'community staff' ? wordsOf(waiting.planted) : undefined)
  return {
    listHeldContent: { input: () => ({ params: COMMUNITY }), sees },
    decideHeldContent: {
      input: () => ({
        params: { ...COMMUNITY, heldContentId: waiting.id },
        body: { isShown: false, reason: 'names_somebody', seenDecisionAt: null },
      }),
      sees,
    },
  } satisfies Record<string, Row>
}

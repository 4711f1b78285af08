import { v7 as uuidv7 } from 'uuid'
import { COMMUNITY, type LeakItems } from './leak-matrix-items.ts'
import type { Row } from './leak-matrix-rows.ts'
import { GRID_STAFF, type Planted, type Planting } from './planted.ts'
import type { TestServer } from './server.ts'

/** Its reporter made it public, and nobody has looked at it yet. */
export const plantWaiting = async (server: TestServer, planting: Planting, reporterId: string) => {
  const planted = await planting.plant('WAITING', GRID_STAFF, 'garbage', { isWaiting: true })
  const { id: issueId, workItemId } = planted.receipt
  const id = uuidv7()
  await server.sql("update issue set public_state = 'waiting' where id = $1", [issueId])
  await server.sql(
    `insert into held_content (community_id, id, kind, subject_id, work_item_id, author_id, state, why, held_at)
     values ('raosai', $1, 'issue_words', $2, $3, $4, 'waiting', 'unanswered', now())`,
    [id, issueId, workItemId, reporterId],
  )
  return { id, planted }
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

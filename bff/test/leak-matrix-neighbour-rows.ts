import { COMMUNITY, type LeakItems } from './leak-matrix-items.ts'
import type { Row } from './leak-matrix-rows.ts'
import { isGridStaff, type Planted, publicWordsOf } from './planted.ts'

const RESIDENTS = ['reporter', 'neighbour', 'resident elsewhere']
const issueOf = ({ receipt }: Planted) => ({ params: { ...COMMUNITY, issueId: receipt.id } })
const PLACE = { serviceCode: 'garbage', placeId: 'raosai-dongzisu-lane-3-no-7' }

/** Neighbours read what is public, and nothing of all that was reported privately at the same place. */
export const createNeighbourRows = ({ neighbourly, held, redacted }: LeakItems) =>
  ({
    findDuplicates: {
      input: () => ({ params: COMMUNITY, query: PLACE }),
      sees: () => publicWordsOf(neighbourly),
    },
    previewIssue: {
      input: () => ({ params: COMMUNITY, body: { ...PLACE, description: '垃圾没有清。', visibility: 'public' } }),
      sees: (name) => (RESIDENTS.includes(name) ? [] : undefined),
    },
    endorseIssue: [
      { input: () => issueOf(held) },
      {
        input: () => issueOf(neighbourly),
        sees: (name) => (RESIDENTS.includes(name) && name !== 'reporter' ? [] : undefined),
      },
    ],
    withdrawEndorsement: [
      { input: () => issueOf(held) },
      { input: () => issueOf(neighbourly), sees: (name) => (RESIDENTS.includes(name) ? [] : undefined) },
    ],
    redactIssue: {
      input: () => ({ ...issueOf(redacted), body: { description: '又遮掉一点。' } }),
      sees: (name) => (name === 'reporter' ? [] : undefined),
    },
    getIssueOriginal: {
      input: () => ({ ...issueOf(redacted), query: { reason: '核对地点' } }),
      sees: (name) => (isGridStaff(name) ? redacted.words.requester : undefined),
    },
  }) satisfies Record<string, Row | readonly Row[]>

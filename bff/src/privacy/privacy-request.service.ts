import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage } from '@little-bench/shared/kernel/language'
import type { PrivacyRequest } from '@little-bench/shared/privacy/contract'
import {
  CORRECTABLE_TEXT,
  type Correctable,
  DELETABLE_TEXT,
  type Deletable,
} from '@little-bench/shared/privacy/requests'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { communityOf } from '../communities/index.ts'
import { handOf } from '../platform/authority.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { enqueue, type ItemState, listItemStates, sayFor, takeReceiptNumber } from '../work-queue/index.ts'
import type { Privacy } from './privacy.ts'
import { insertRequest, listRequestsOf, type RequestRow } from './privacy-request.repository.ts'
import { REQUEST_CATEGORIES, REQUEST_TITLE } from './request-categories.ts'

export type RequestView = z.input<typeof PrivacyRequest>
/** What is asked of the community, in the person's words. */
export type Asked =
  | { kind: 'correction'; about: Correctable; words: string }
  | { kind: 'deletion'; about: Deletable; words?: string | undefined }

const ABOUT_TEXT = { ...CORRECTABLE_TEXT, ...DELETABLE_TEXT }
const VERB = { correction: '请更正', deletion: '请删除' } as const

/**
 * Asks the community to correct or delete something: an item of its own staff, answered by the day that is told at once
 * (PIPL 46, 47, 50). Errors: `not_found` (community).
 */
export const askAboutOwnData = async (
  privacy: Privacy,
  viewer: Viewer,
  communityId: string,
  asked: Asked,
  write: Write,
): Promise<RequestView> => {
  const community = communityOf(privacy, communityId)
  const now = privacy.clock.now()
  const receiptNumber = await takeReceiptNumber(privacy, community, now)
  const row: RequestRow = await inTransaction(privacy.db, now, write, async (trx) => {
    const request: RequestRow = {
      community_id: communityId,
      id: uuidv7(),
      person_id: viewer.personId,
      kind: asked.kind,
      about: asked.about,
      work_item_id: uuidv7(),
      asked_at: now.toISOString(),
    }
    await insertRequest(trx, request)
    const category = REQUEST_CATEGORIES[asked.kind]
    const hand = handOf(viewer)
    await enqueue(
      privacy,
      trx,
      community,
      privacy.config(),
      {
        id: request.work_item_id,
        receiptNumber,
        service: 'privacy',
        subjectId: request.id,
        title: REQUEST_TITLE,
        isConfidential: category.isConfidential,
        requesterId: viewer.personId,
        hand,
        filedById: null,
        gridCellId: null,
        words: '',
        category,
      },
      now,
    )
    // The staff who answer read it where they answer, and so does the person.
    await sayFor(privacy, trx, { communityId, workItemId: request.work_item_id }, { body: bodyOf(asked), hand, now })
    return request
  })
  return requireView(await present(privacy, viewer, [row]))
}

const bodyOf = ({ kind, about, words }: Asked): string =>
  [`${VERB[kind]}：${ABOUT_TEXT[about].zh}`, ...(words === undefined ? [] : [words])].join('\n')

/** What the viewer asked, newest first. */
export const listPrivacyRequests = async (privacy: Privacy, viewer: Viewer): Promise<RequestView[]> =>
  present(privacy, viewer, await listRequestsOf(privacy.db, viewer.personId))

const present = async (privacy: Privacy, { language }: Viewer, rows: readonly RequestRow[]): Promise<RequestView[]> => {
  const states = new Map<string, ItemState>()
  for (const communityId of new Set(rows.map((row) => row.community_id))) {
    const ids = rows.flatMap((row) => (row.community_id === communityId ? [row.work_item_id] : []))
    for (const [id, state] of await listItemStates(privacy, communityId, ids)) states.set(id, state)
  }
  return rows.flatMap((row) => {
    const item = states.get(row.work_item_id)
    return item ? [presentRequest(row, item, inLanguage(ABOUT_TEXT[row.about], language))] : []
  })
}

const presentRequest = (row: RequestRow, item: ItemState, aboutName: string): RequestView => ({
  id: row.id,
  kind: row.kind,
  aboutName,
  receiptNumber: item.receiptNumber,
  communityId: row.community_id,
  workItemId: row.work_item_id,
  state: item.state,
  outcome: item.outcome,
  askedAt: row.asked_at,
  dueAt: item.dueAt,
})

const requireView = ([view]: readonly RequestView[]): RequestView => {
  if (!view) throw new AppError('not_found')
  return view
}

import type { CommunityConfig } from '@little-bench/config/model'
import type { DisputeKind, Side } from '@little-bench/shared/mediation/kinds'
import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../platform/db/database.ts'
import { type Engine, enqueue } from '../work-queue/index.ts'
import { insertCase } from './case.repository.ts'
import { insertTick } from './choosing.repository.ts'
import { MEDIATION_CATEGORY, NEUTRAL_TITLE } from './mediation-category.ts'
import { sealAt, sealAtOrNull } from './sealed-case.ts'
import { NOT_SAID, type Spoken, spokenAs } from './spoken.ts'

export interface NewCase extends Spoken {
  id: string
  receiptNumber: string
  fromWorkItemId: string | null
  disputeKind: DisputeKind
  statement: string
  disclosure: { name: boolean; statement: boolean; words?: string | undefined }
  applicant: { personId: string; name: string; phone?: string | undefined }
  /** Null while the committee does not know who it is. */
  respondent: { name: string; phone?: string | undefined } | null
  /** What the applicant ticked; null when they were not asked yet. */
  ticks: readonly string[] | null
}

/** Writes a case and puts its item into the committee's queue, in the caller's transaction. */
export const writeCase = async (
  engine: Engine,
  trx: Trx,
  community: CommunityConfig,
  request: NewCase,
  now: Date,
): Promise<void> => {
  const { sealer } = engine
  const { id, disclosure } = request
  const workItemId = uuidv7()
  const party = (side: Side, personId: string | null, contact: NewCase['respondent'], spoken: Spoken) => {
    const partyId = uuidv7()
    return {
      community_id: community.id,
      id: partyId,
      case_id: id,
      side,
      person_id: personId,
      sealed_name: sealAtOrNull(sealer, 'name', partyId, contact?.name),
      sealed_phone: sealAtOrNull(sealer, 'phone', partyId, contact?.phone),
      ...spokenAs(spoken),
    }
  }
  await insertCase(
    trx,
    {
      community_id: community.id,
      id,
      work_item_id: workItemId,
      receipt_number: request.receiptNumber,
      from_work_item_id: request.fromWorkItemId,
      dispute_kind: request.disputeKind,
      state: 'requested',
      sealed_statement: sealAt(sealer, 'statement', id, request.statement),
      discloses_name: disclosure.name,
      discloses_statement: disclosure.statement,
      sealed_words: sealAtOrNull(sealer, 'words', id, disclosure.words),
      created_at: now.toISOString(),
    },
    [
      party('applicant', request.applicant.personId, request.applicant, request),
      party('respondent', null, request.respondent, NOT_SAID),
    ],
  )
  if (request.ticks !== null) {
    const row = { community_id: community.id, case_id: id, side: 'applicant', round: 1 } as const
    await insertTick(trx, { ...row, mediator_ids: [...request.ticks], ticked_at: now.toISOString() })
  }
  await enqueue(
    engine,
    trx,
    community,
    engine.config(),
    {
      id: workItemId,
      receiptNumber: request.receiptNumber,
      service: 'mediation',
      subjectId: id,
      title: NEUTRAL_TITLE,
      isConfidential: true,
      requesterId: request.applicant.personId,
      hand: { actorId: request.applicant.personId, actingForId: null },
      filedById: null,
      gridCellId: null,
      // What it says is read in the case, where reading leaves a line; the search of the desk knows nothing of it.
      words: '',
      category: MEDIATION_CATEGORY,
    },
    now,
  )
}

import type { CatalogueEntryConfig, CommunityConfig } from '@little-bench/config/model'
import { findPersonReportWord } from '@little-bench/config/person-report'
import { findPlace, gridCellOfPlace, isInArea, nearestGridCell } from '@little-bench/config/places'
import type { NewIssue } from '@little-bench/shared/issues/contract'
import type { IssueSource } from '@little-bench/shared/issues/sources'
import { AppError } from '@little-bench/shared/kernel/errors'
import { v7 as uuidv7 } from 'uuid'
import { communityOf } from '../communities/index.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type Engine, type EnqueuedWorkItem, enqueue, takeReceiptNumber } from '../work-queue/index.ts'
import { insertIssue } from './issue.repository.ts'
import { categoryOf } from './issue.subject.ts'
import { titleOf } from './issue-title.ts'

/** The category, or why it is refused: the catalogue watches things and places, never people. */
const entryOf = (community: CommunityConfig, serviceCode: string): CatalogueEntryConfig => {
  const entry = community.catalogue.find((candidate) => candidate.serviceCode === serviceCode)
  if (entry) return entry
  throw new AppError(findPersonReportWord(serviceCode) === undefined ? 'unknown_service' : 'person_report_refused')
}

interface IssuePlace {
  name: string | null
  gridCellId: string | null
}

const placeOf = (community: CommunityConfig, issue: NewIssue): IssuePlace => {
  const { placeId, position } = issue
  if (position !== undefined && !isInArea(community, position)) throw new AppError('position_outside_community')
  if (placeId !== undefined) {
    const place = findPlace(community, placeId)
    if (!place) throw new AppError('unknown_place')
    return { name: place.name.zh, gridCellId: gridCellOfPlace(community, placeId)?.id ?? null }
  }
  return { name: null, gridCellId: position ? (nearestGridCell(community, position)?.id ?? null) : null }
}

const sourceOf = ({ authority }: Viewer): IssueSource => {
  if (authority === null) return 'own'
  return authority.kind === 'grant' ? 'proxy' : authority.reason
}

export type ReportedIssue = EnqueuedWorkItem & { issueId: string }

/**
 * Reports an issue: it is on disk and in a queue when this returns, or nothing is written.
 * Errors: `not_found` (community), `unknown_service`, `person_report_refused`, `unknown_place`,
 * `position_outside_community`, `visibility_refused`, `idempotency_key_reused`.
 */
export const reportIssue = async (
  engine: Engine,
  viewer: Viewer,
  communityId: string,
  issue: NewIssue,
  write: Write,
): Promise<ReportedIssue> => {
  const community = communityOf(engine, communityId)
  const entry = entryOf(community, issue.serviceCode)
  placeOf(community, issue)
  if (viewer.authority && !entry.isDelegable) throw new AppError('not_delegable')
  if (issue.visibility === 'public' && !entry.canBePublic) throw new AppError('visibility_refused')
  const now = engine.clock.now()
  const receiptNumber = await takeReceiptNumber(engine, community, now)
  return inTransaction(engine.db, now, write, async (trx) => {
    // Drawn anew since it was parsed, or it is not while this is written: the queue is one of the newest map.
    await engine.gridMaps.holdGridMap(trx, communityId)
    const drawn = communityOf(engine, communityId)
    const place = placeOf(drawn, issue)
    const [issueId, workItemId] = [uuidv7(), uuidv7()]
    await insertIssue(trx, {
      community_id: community.id,
      id: issueId,
      work_item_id: workItemId,
      reporter_id: viewer.personId,
      service_code: entry.serviceCode,
      description: issue.description,
      place_id: issue.placeId ?? null,
      lat: issue.position?.lat ?? null,
      lng: issue.position?.lng ?? null,
      visibility: issue.visibility,
      source: sourceOf(viewer),
      created_at: now.toISOString(),
    })
    const enqueued = await enqueue(
      engine,
      trx,
      drawn,
      engine.config(),
      {
        id: workItemId,
        receiptNumber,
        service: 'issues',
        subjectId: issueId,
        title: titleOf(entry, place.name),
        isConfidential: !entry.canBePublic,
        requesterId: viewer.personId,
        filedById: viewer.authority ? viewer.actorId : null,
        gridCellId: place.gridCellId,
        category: categoryOf(entry),
      },
      now,
    )
    return { ...enqueued, issueId }
  })
}

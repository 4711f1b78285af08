import type { CatalogueEntryConfig, CommunityConfig } from '@little-bench/config/model'
import { findPersonReportWord } from '@little-bench/config/person-report'
import { findPlace, gridCellOfPlace, isInArea, nearestGridCell } from '@little-bench/config/places'
import type { NewIssue } from '@little-bench/shared/issues/contract'
import type { IssueSource } from '@little-bench/shared/issues/sources'
import { STAFF_COMPLAINT } from '@little-bench/shared/issues/staff-complaint'
import { AppError } from '@little-bench/shared/kernel/errors'
import { v7 as uuidv7 } from 'uuid'
import { communityOf } from '../communities/index.ts'
import { attachFiles } from '../files/index.ts'
import type { Examination, Moderation } from '../moderation/index.ts'
import { keepConsent } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import {
  type Engine,
  type EnqueuedWorkItem,
  enqueue,
  type NewWorkItem,
  staffAndTheirLeads,
} from '../work-queue/index.ts'
import { holdIssue, publicStateAtFirst } from './hold-issue.ts'
import { insertIssue } from './issue.repository.ts'
import { categoryOf } from './issue.subject.ts'
import { titleOf } from './issue-title.ts'
import { requireMember } from './volunteer.service.ts'

/** The category, or why it is refused: the catalogue watches things and places, never people. */
export const entryOf = (community: CommunityConfig, serviceCode: string): CatalogueEntryConfig => {
  const entry = community.catalogue.find((candidate) => candidate.serviceCode === serviceCode)
  if (entry) return entry
  throw new AppError(findPersonReportWord(serviceCode) === undefined ? 'unknown_service' : 'person_report_refused')
}

interface IssuePlace {
  name: string | null
  gridCellId: string | null
}

export const placeOf = (
  community: CommunityConfig,
  { placeId, position }: Pick<NewIssue, 'placeId' | 'position'>,
): IssuePlace => {
  if (position !== undefined && !isInArea(community, position)) throw new AppError('position_outside_community')
  if (placeId !== undefined) {
    const place = findPlace(community, placeId)
    if (!place) throw new AppError('unknown_place')
    return { name: place.name.zh, gridCellId: gridCellOfPlace(community, placeId)?.id ?? null }
  }
  return { name: null, gridCellId: position ? (nearestGridCell(community, position)?.id ?? null) : null }
}

/** What an issue says, against what its community knows. */
export interface CheckedIssue {
  community: CommunityConfig
  entry: CatalogueEntryConfig
  gridCellId: string | null
}

/**
 * Looks an issue through before anything is written.
 * Errors: `not_found` (community), `unknown_service`, `person_report_refused`, `unknown_place`,
 * `position_outside_community`, `visibility_refused`, `validation_failed` for staff named in another category.
 */
export const checkIssue = (engine: Engine, communityId: string, issue: NewIssue): CheckedIssue => {
  const community = communityOf(engine, communityId)
  const entry = entryOf(community, issue.serviceCode)
  const { gridCellId } = placeOf(community, issue)
  if (issue.visibility === 'public' && !entry.canBePublic) throw new AppError('visibility_refused')
  // Elsewhere naming somebody would only keep the item from those who must work on it.
  if (issue.aboutStaffIds.length > 0 && issue.serviceCode !== STAFF_COMPLAINT) {
    throw new AppError('validation_failed', [{ field: 'aboutStaffIds', message: ABOUT_STAFF_ELSEWHERE }])
  }
  return { community, entry, gridCellId }
}

const ABOUT_STAFF_ELSEWHERE = '只有对社区工作的意见才写明说的是谁。请换成这个类别，或者去掉。'

/**
 * Who must never see an issue that was checked: whom a complaint is about, and who leads them.
 * Errors: `unknown_staff`, `nobody_to_read`.
 */
export const excludedFrom = (
  engine: Engine,
  { community, entry, gridCellId }: CheckedIssue,
  { aboutStaffIds }: Pick<NewIssue, 'aboutStaffIds'>,
): Promise<string[]> =>
  staffAndTheirLeads(engine, community, aboutStaffIds, { category: categoryOf(entry), gridCellId })

/** Whose issue it is, who files it, and how it came in. */
export type Filing = Pick<NewWorkItem, 'filedById' | 'excludedStaffIds'> & {
  requesterId: string
  hand: NewWorkItem['hand'] & { actorId: string }
  source: IssueSource
  /** What of it somebody must look at before neighbours see it. */
  examination: Examination
}

export type ReportedIssue = EnqueuedWorkItem & { issueId: string }

/** Writes an issue that was checked and puts it into a queue, in the caller's transaction. Errors: `not_in_team`. */
export const writeIssue = async (
  engine: Moderation,
  trx: Trx,
  { community, entry }: CheckedIssue,
  issue: NewIssue,
  { source, examination, ...filing }: Filing & { receiptNumber: string },
  now: Date,
): Promise<ReportedIssue> => {
  // Drawn anew since it was parsed, or it is not while this is written: the queue is one of the newest map.
  await engine.gridMaps.holdGridMap(trx, community.id)
  const drawn = communityOf(engine, community.id)
  const place = placeOf(drawn, issue)
  const [issueId, workItemId] = [uuidv7(), uuidv7()]
  if (issue.teamId !== undefined) await requireMember(trx, drawn, issue.teamId, filing.requesterId)
  await insertIssue(trx, {
    community_id: community.id,
    id: issueId,
    work_item_id: workItemId,
    reporter_id: filing.requesterId,
    service_code: entry.serviceCode,
    description: issue.description,
    place_id: issue.placeId ?? null,
    lat: issue.position?.lat ?? null,
    lng: issue.position?.lng ?? null,
    visibility: issue.visibility,
    public_state: publicStateAtFirst(examination),
    team_id: issue.teamId ?? null,
    source,
    created_at: now.toISOString(),
  })
  await keepPositionConsent(trx, issue, filing, now)
  const subject = { communityId: community.id, kind: 'report', id: issueId } as const
  await attachFiles(trx, { ownerId: filing.hand.actorId, fileIds: issue.fileIds, subject }, now)
  const held = { communityId: community.id, subjectId: issueId, workItemId, authorId: filing.requesterId }
  await holdIssue(engine, trx, held, examination, now)
  const enqueued = await enqueue(
    engine,
    trx,
    drawn,
    engine.config(),
    {
      ...filing,
      id: workItemId,
      service: 'issues',
      subjectId: issueId,
      title: titleOf(entry, place.name),
      isConfidential: !entry.canBePublic,
      gridCellId: place.gridCellId,
      words: issue.description,
      category: categoryOf(entry),
    },
    now,
  )
  return { ...enqueued, issueId }
}

/** The tap on 「用我的位置」, beside the words, is the consent (PIPL 29). Where a proxy stands is not where the person is. */
const keepPositionConsent = async (
  trx: Trx,
  { position }: NewIssue,
  { requesterId: personId, hand: { actorId }, filedById }: Pick<Filing, 'requesterId' | 'hand' | 'filedById'>,
  now: Date,
): Promise<void> => {
  if (position !== undefined && filedById === null) {
    await keepConsent(trx, { personId, actorId, purpose: 'position' }, now)
  }
}

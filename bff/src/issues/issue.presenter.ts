import type { CommunityConfig, LoadedConfig } from '@little-bench/config/model'
import { findPlace } from '@little-bench/config/places'
import type { Issue, IssueReceipt, PublicIssue } from '@little-bench/shared/issues/contract'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import { REFUSAL_REASON_TEXT } from '@little-bench/shared/moderation/holds'
import type { Outcome, WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import type { z } from 'zod'
import type { FileLinks, StoredFileRow } from '../files/index.ts'
import type { HeldStanding } from '../moderation/index.ts'
import type { SubjectItem } from '../work-queue/index.ts'
import { type IssueView, publicStateOf } from './issue.policy.ts'
import type { IssueRow } from './issue.repository.ts'
import type { ReportedIssue } from './write-issue.ts'

/** What hangs on the report, and addresses that are good for this viewer. */
export interface IssueFiles {
  files: readonly StoredFileRow[]
  links: FileLinks
}

/** What of a report neighbours read: the words, the category and the place, and nobody's name. */
export const presentPublicWords = (
  issue: Pick<IssueRow, 'service_code' | 'description' | 'place_id'>,
  community: CommunityConfig,
  language: Language,
) => {
  const entry = community.catalogue.find(({ serviceCode }) => serviceCode === issue.service_code)
  const place = issue.place_id === null ? undefined : findPlace(community, issue.place_id)
  return {
    serviceName: entry ? inLanguage(entry.name, language) : issue.service_code,
    description: issue.description,
    placeName: place ? inLanguage(place.name, language) : null,
  }
}

/** The volunteer team for which it was reported, as everybody reads it. */
export const teamNameOf = (
  issue: Pick<IssueRow, 'team_id'>,
  community: CommunityConfig,
  language: Language,
): string | null => {
  const team = community.volunteerTeams.find(({ id }) => id === issue.team_id)
  return team ? inLanguage(team.name, language) : null
}

const presentSummary = (
  issue: IssueRow,
  item: { state: WorkItemState; outcome: Outcome | null },
  { files, links }: IssueFiles,
  community: CommunityConfig,
  language: Language,
): z.input<typeof PublicIssue> => ({
  id: issue.id,
  communityId: issue.community_id,
  serviceCode: issue.service_code,
  ...presentPublicWords(issue, community, language),
  state: item.state,
  outcome: item.outcome,
  createdAt: issue.created_at,
  endorsements: issue.endorsements,
  thumbnailUrl: links.thumbnailUrl(files),
})

/** An issue in the public list: words, courtyard and state, and nobody's name. */
export const presentPublicIssue = presentSummary

/** What a viewer is to an issue, and may do to it. */
export interface IssueStanding {
  view: Exclude<IssueView, 'none'>
  canEndorse: boolean
  isEndorsed: boolean
  canRedact: boolean
  held: HeldStanding
}

/** One issue for one kind of viewer. */
export const presentIssue = (
  issue: IssueRow,
  item: SubjectItem,
  { view, held, ...standing }: IssueStanding,
  attached: IssueFiles,
  community: CommunityConfig,
  language: Language,
): z.input<typeof Issue> => {
  const isInside = view !== 'public'
  const gridCell = community.gridCells.find(({ id }) => id === item.gridCellId)
  const attachments = attached.links.attachments(attached.files)
  const hasPosition = issue.lat !== null && issue.lng !== null
  return {
    ...presentSummary(issue, item, attached, community, language),
    isYours: view === 'own',
    // A voice is somebody's own: neighbours see pictures and never hear who spoke.
    attachments: isInside ? attachments : { ...attachments, voiceNote: null },
    ...standing,
    isRedacted: issue.redacted_at !== null,
    teamName: teamNameOf(issue, community, language),
    visibility: issue.visibility,
    publicState: publicStateOf(issue),
    waitingPhotos: held.waitingFiles,
    refusedPhotos: held.refusedFiles,
    refusalReason: held.refusalReason && inLanguage(REFUSAL_REASON_TEXT[held.refusalReason], language),
    source: isInside ? issue.source : null,
    workItemId: isInside ? item.id : null,
    receiptNumber: isInside ? item.receiptNumber : null,
    position: isInside && hasPosition ? { lat: Number(issue.lat), lng: Number(issue.lng) } : null,
    gridCellName: gridCell ? inLanguage(gridCell.name, language) : null,
    queue: item.queue,
    routedBecause: item.routedBecause,
    dueAt: item.dueAt,
    isOverdue: item.isOverdue,
    canRate: item.canRate,
    rating: isInside ? item.rating : null,
    // A worker may have written it for this one reporter.
    notOurs: isInside ? item.notOurs : null,
    timeline: item.timeline,
  }
}

export const presentReceipt = (
  issue: ReportedIssue,
  config: LoadedConfig,
  language: Language,
): z.input<typeof IssueReceipt> => {
  const queue = config.queues.get(issue.queueId)
  return {
    id: issue.issueId,
    receiptNumber: issue.receiptNumber,
    workItemId: issue.id,
    state: issue.state,
    queue: { id: issue.queueId, name: queue ? inLanguage(queue.name, language) : issue.queueId },
    routedBecause: inLanguage(issue.routedBecause, language),
    dueAt: issue.dueAt,
  }
}

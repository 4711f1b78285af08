import type { CommunityConfig } from '@little-bench/config/model'
import { findPlace } from '@little-bench/config/places'
import type { Work } from '@little-bench/shared/issues/work.contract'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { z } from 'zod'
import type { FileLinks, StoredFileRow } from '../files/index.ts'
import type { SubjectWork } from '../work-queue/index.ts'
import type { IssueRow } from './issue.repository.ts'
import type { WorkRow } from './work.repository.ts'

/** What hangs on one work, whether it is shown or not. */
export interface WorkFiles {
  before: readonly StoredFileRow[]
  after: readonly StoredFileRow[]
}

interface WorkViewing {
  community: CommunityConfig
  language: Language
  /** To whoever sees it only because it is public. */
  isNeighbour: boolean
  links: FileLinks
}

/** One work with what was last recorded of it. */
export const presentWork = (
  work: SubjectWork,
  row: WorkRow | undefined,
  issue: Pick<IssueRow, 'place_id'>,
  files: WorkFiles,
  { community, language, isNeighbour, links }: WorkViewing,
): z.input<typeof Work> => {
  const placeId = row?.place_id ?? issue.place_id
  const place = placeId === null ? undefined : findPlace(community, placeId)
  return {
    workItemId: isNeighbour ? null : work.id,
    title: work.title,
    placeName: place ? inLanguage(place.name, language) : null,
    state: work.state,
    outcome: work.outcome,
    costFen: row?.cost_fen ?? null,
    fundSource: row?.fund_source ?? null,
    decidedOn: row?.decided_on ?? null,
    before: shown(files.before, row?.before_ids).map(links.photo),
    after: shown(files.after, row?.after_ids).map(links.photo),
    version: row?.version ?? 0,
    canEdit: work.canRecord,
  }
}

/** The photos that the newest record names, in its order. */
const shown = (files: readonly StoredFileRow[], ids: readonly string[] = []): StoredFileRow[] =>
  ids.flatMap((id) => files.filter((file) => file.id === id && file.kind === 'photo'))

import type { CommunityConfig } from '@little-bench/config/model'
import { findPlace } from '@little-bench/config/places'
import type { Work } from '@little-bench/shared/issues/work.contract'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { z } from 'zod'
import type { SubjectWork } from '../work-queue/index.ts'
import type { IssueRow } from './issue.repository.ts'
import type { WorkRow } from './work.repository.ts'

/** One work with what was last recorded of it; `isNeighbour`: to whoever sees it only because it is public. */
export const presentWork = (
  work: SubjectWork,
  row: WorkRow | undefined,
  issue: Pick<IssueRow, 'place_id'>,
  { community, language, isNeighbour }: { community: CommunityConfig; language: Language; isNeighbour: boolean },
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
    before: [],
    after: [],
    version: row?.version ?? 0,
    canEdit: work.canRecord,
  }
}

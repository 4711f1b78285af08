import type { CommunityConfig } from '@little-bench/config/model'
import { GridCellId, MediatorId, PersonId } from '@little-bench/shared/kernel/ids'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { MediatorCard } from '@little-bench/shared/mediation/contract'
import type { z } from 'zod'
import type { MediatorRow } from './mediator.repository.ts'

export type MediatorView = z.output<typeof MediatorCard>

/** What a card needs beside its row. */
export interface CardWords {
  community: CommunityConfig
  /** Cases taken, by mediator. */
  taken: ReadonlyMap<string, number>
  /** Whoever works on cases reads the load as it is. */
  isStaff: boolean
  /** Only the committee reads with which account somebody works. */
  isCommittee: boolean
  language: Language
}

/** A load that says how busy somebody is, and of no single case that it is there. */
const STEP = 3
const inSteps = (cases: number): number => Math.floor(cases / STEP) * STEP

export const presentMediator = (
  row: MediatorRow,
  { community, taken, isStaff, isCommittee, language }: CardWords,
): MediatorView => {
  const cases = taken.get(row.id) ?? 0
  const cells = community.gridCells.filter(({ id }) => row.grid_cell_ids.includes(id))
  return {
    id: MediatorId.parse(row.id),
    name: row.name,
    role: row.role,
    languages: row.languages,
    gridCellIds: cells.map(({ id }) => GridCellId.parse(id)),
    gridCellNames: cells.map(({ name }) => inLanguage(name, language)),
    kinds: row.kinds,
    about: row.about,
    openCases: isStaff ? cases : inSteps(cases),
    isOnLeave: row.is_on_leave,
    personId: isCommittee && row.person_id !== null ? PersonId.parse(row.person_id) : null,
  }
}

import type { RefusalReason } from '@little-bench/shared/moderation/holds'
import type { Database } from '../platform/db/database.ts'
import { listHeldOfSubject } from './held-content.repository.ts'

/** How it stands with what of one subject is held. */
export interface HeldStanding {
  waitingFiles: number
  refusedFiles: number
  /** Of its words, or else of the first picture that was refused. */
  refusalReason: RefusalReason | null
}

export const NOTHING_HELD_BACK: HeldStanding = { waitingFiles: 0, refusedFiles: 0, refusalReason: null }

export const heldStandingOf = async (
  db: Database,
  { communityId, subjectId }: { communityId: string; subjectId: string },
): Promise<HeldStanding> => {
  const rows = await listHeldOfSubject(db, communityId, subjectId)
  const files = rows.filter(({ file_id }) => file_id !== null)
  return {
    waitingFiles: files.filter(({ state }) => state === 'asked' || state === 'waiting').length,
    refusedFiles: files.filter(({ state }) => state === 'refused').length,
    refusalReason: rows.find(({ reason }) => reason !== null)?.reason ?? null,
  }
}

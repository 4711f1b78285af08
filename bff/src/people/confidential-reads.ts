import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../platform/db/database.ts'
import { insertConfidentialReads } from './confidential-read.repository.ts'

/** Somebody who looks at what is known of people, where, and for what. */
export interface Reading {
  communityId: string
  readerId: string
  what: 'search' | 'facts' | 'call_list' | 'issue_original' | 'delivery_sheet' | 'visit_round' | 'own_data'
  /** In the reader's words, where they must say why. */
  reason?: string
}

/**
 * Leaves a line for each person who is looked at, in the transaction that reads; null stands for a search that found
 * nobody. When it cannot be written, the read fails.
 */
export const recordReads = (
  trx: Trx,
  { communityId, readerId, what, reason }: Reading,
  personIds: readonly (string | null)[],
  now: Date,
): Promise<void> =>
  insertConfidentialReads(
    trx,
    personIds.map((personId) => ({
      community_id: communityId,
      id: uuidv7(),
      reader_id: readerId,
      person_id: personId,
      what,
      reason: reason ?? null,
      at: now.toISOString(),
    })),
  )

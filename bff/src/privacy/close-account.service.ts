import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage, type Language, type LocalText } from '@little-bench/shared/kernel/language'
import { v7 as uuidv7 } from 'uuid'
import { findPersonById, homeCommunityOf, lockAccount } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import type { PersonalData } from '../platform/db/personal-data.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { insertAuditLine } from '../work-queue/index.ts'
import { clearRowsOf, deleteRowsOf, hasRowsOf } from './personal-row.repository.ts'
import type { Privacy } from './privacy.ts'

/** Who asked for it: the person, or WeChat for somebody who cancelled there. */
export type ClosedBy = 'person' | 'wechat'

/**
 * Closes the viewer's account at once (条例 24). Errors: `account_has_desk` for whoever still works here: what they have in
 * their hands is not theirs to leave behind.
 */
export const closeAccount = async (
  privacy: Privacy,
  { personId, language }: Viewer,
): Promise<{ isClosed: true; kept: string[] }> => {
  const now = privacy.clock.now()
  const kept = await inTransaction(privacy.db, now, PLAIN_WRITE, (trx) =>
    closeFor(privacy, trx, personId, 'person', now),
  )
  return { isClosed: true, kept: sentencesOf(kept, language) }
}

/**
 * Everything that closing does, in the caller's transaction; answers why something is kept. First each service lets go of
 * what is still to come, then the rows go or forget whose they were, as the inventory says.
 */
export const closeFor = async (
  privacy: Privacy,
  trx: Trx,
  personId: string,
  closedBy: ClosedBy,
  now: Date,
): Promise<LocalText[]> => {
  // Closed or absorbed by another account meanwhile: there is nothing left here to close.
  if (!(await lockAccount(trx, personId))) throw new AppError('unauthenticated')
  const roles = (await findPersonById(trx, personId))?.roles ?? []
  if (worksHere(roles)) throw new AppError('account_has_desk')
  for (const leave of privacy.leaving) await leave(trx, personId, now)
  const kept: LocalText[] = []
  for (const data of privacy.inventory) kept.push(...(await applyClosing(trx, data, personId, now)))
  await insertAuditLine(trx, {
    community_id: homeCommunityOf(roles) ?? '',
    id: uuidv7(),
    at: now.toISOString(),
    actor_id: personId,
    action: 'account_closed',
    details: JSON.stringify({ by: closedBy }),
  })
  return kept
}

/** Whether somebody still works here. */
export const hasDesk = async (trx: Trx, personId: string): Promise<boolean> =>
  worksHere((await findPersonById(trx, personId))?.roles ?? [])

const worksHere = (roles: Viewer['roles']): boolean => roles.some(({ role }) => role !== 'resident')

const applyClosing = async (trx: Trx, data: PersonalData, personId: string, now: Date): Promise<LocalText[]> => {
  const { closing } = data
  switch (closing.does) {
    case 'delete': {
      const gone = await deleteRowsOf(trx, data, personId)
      await data.alsoGone?.(trx, gone)
      return []
    }
    case 'delete_some': {
      const gone = await deleteRowsOf(trx, data, personId, closing.only)
      await data.alsoGone?.(trx, gone)
      return (await hasRowsOf(trx, data, personId)) ? [closing.because] : []
    }
    case 'clear': {
      const hasRows = await hasRowsOf(trx, data, personId)
      if (hasRows) await clearRowsOf(trx, data, personId, closing.set, now)
      return hasRows ? [closing.because] : []
    }
    case 'keep':
      return (await hasRowsOf(trx, data, personId)) ? [closing.because] : []
  }
}

const sentencesOf = (kept: readonly LocalText[], language: Language): string[] => [
  ...new Set(kept.map((because) => inLanguage(because, language))),
]

import { AppError } from '@little-bench/shared/kernel/errors'
import type { MediationLanguage } from '@little-bench/shared/mediation/contract'
import type { DisputeKind, MediatorRole } from '@little-bench/shared/mediation/kinds'
import { communityOf } from '../communities/index.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import { leads } from './case.policy.ts'
import { type CardWords, type MediatorView, presentMediator } from './mediator.presenter.ts'
import {
  countTakenCases,
  hasHadCases,
  insertNewMediators,
  listMediators as listMediatorRows,
  lockMediator,
  type MediatorRow,
  saveMediatorRow,
} from './mediator.repository.ts'
import { mediatesHere } from './mediator-account.service.ts'

interface CardFilter {
  kind?: DisputeKind | undefined
  language?: MediationLanguage | undefined
}

/**
 * Who can be asked here, in the order in which the cards were made; those on leave too, who say so. Errors: `not_found`,
 * also for whoever was invited to a case elsewhere.
 */
export const listMediators = async (
  engine: Engine,
  viewer: Viewer,
  communityId: string,
  { kind, language }: CardFilter,
): Promise<MediatorView[]> => {
  if (viewer.onlyCase && viewer.onlyCase.communityId !== communityId) throw new AppError('not_found')
  const words = await cardWords(engine, engine.db, viewer, communityId)
  return (await listMediatorRows(engine.db, communityId))
    .filter((row) => row.is_active)
    .filter((row) => kind === undefined || row.kinds.includes(kind))
    .filter((row) => language === undefined || row.languages.includes(language))
    .map((row) => presentMediator(row, words))
}

/** What every card that this viewer reads needs. */
export const cardWords = async (
  context: Context,
  db: Database,
  viewer: Viewer,
  communityId: string,
): Promise<CardWords> => ({
  community: communityOf(context, communityId),
  taken: await countTakenCases(db, communityId),
  isStaff: viewer.roles.some(
    ({ role, communityId: scope }) => (role === 'mediation_committee' || role === 'mediator') && scope === communityId,
  ),
  isCommittee: leads(viewer, communityId),
  language: viewer.language,
})

export interface NewCard {
  /** Left out, it stays as it is. */
  personId?: string | null | undefined
  name: string
  role: MediatorRole
  languages: MediationLanguage[]
  gridCellIds: readonly string[]
  kinds: DisputeKind[]
  about?: string | undefined
  isOnLeave: boolean
  isActive: boolean
}

/**
 * Writes a card or changes it. Errors: `not_found` for another committee, `unknown_staff` for an account that mediates
 * nowhere here, `mediator_has_cases` for another account than the one that was confided in.
 */
export const saveMediator = (
  engine: Engine,
  viewer: Viewer,
  { communityId, mediatorId }: { communityId: string; mediatorId: string },
  card: NewCard,
  write: Write,
): Promise<MediatorView> => {
  if (!leads(viewer, communityId)) throw new AppError('not_found')
  const { gridCells } = communityOf(engine, communityId)
  const now = engine.clock.now()
  return inTransaction(engine.db, now, write, async (trx) => {
    const inside = { ...engine, db: trx }
    if (card.personId && !(await mediatesHere(inside, communityId, card.personId))) throw new AppError('unknown_staff')
    const known = await lockMediator(trx, communityId, mediatorId)
    if (known && isOtherAccount(known, card) && (await hasHadCases(trx, communityId, mediatorId))) {
      throw new AppError('mediator_has_cases')
    }
    const saved = await saveMediatorRow(trx, {
      community_id: communityId,
      id: mediatorId,
      person_id: card.personId === undefined ? (known?.person_id ?? null) : card.personId,
      name: card.name,
      role: card.role,
      languages: card.languages,
      grid_cell_ids: card.gridCellIds.filter((id) => gridCells.some((cell) => cell.id === id)),
      kinds: card.kinds,
      about: card.about || null,
      is_on_leave: card.isOnLeave,
      is_active: card.isActive,
      saved_by: viewer.personId,
      saved_at: now.toISOString(),
    })
    return presentMediator(saved, await cardWords(inside, trx, viewer, communityId))
  })
}

/** What both sides told one person in private, whoever takes over their card would read. */
const isOtherAccount = ({ person_id: before }: MediatorRow, { personId }: NewCard): boolean =>
  before !== null && personId !== undefined && personId !== before

/** Puts up the cards that the configuration brings for a demonstration. */
export const loadDemoMediators = async (context: Context): Promise<void> => {
  const saved_at = context.clock.now().toISOString()
  const rows = [...context.config().communities.values()].flatMap(({ id: community_id, mediators }) =>
    mediators.map((card) => ({
      community_id,
      id: card.id,
      version: 1,
      person_id: card.demoPersonId,
      name: card.name.zh,
      role: card.role,
      languages: [...card.languages],
      grid_cell_ids: [...card.gridCellIds],
      kinds: [...card.kinds],
      about: card.about?.zh ?? null,
      is_on_leave: card.isOnLeave,
      is_active: true,
      saved_by: null,
      saved_at,
    })),
  )
  await insertNewMediators(context.db, rows)
}

import { AppError } from '@little-bench/shared/kernel/errors'
import type { CaseReader, MediationCase } from '@little-bench/shared/mediation/contract'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { namesByPersonId } from '../people/index.ts'
import { idOfCursor, pageOfRows } from '../platform/db/cursor.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type Engine, within } from '../work-queue/index.ts'
import { type CaseRole, leads } from './case.policy.ts'
import { presentCase } from './case.presenter.ts'
import {
  type CaseAddress,
  type CaseRow,
  findCase,
  listCasesOfCommunity,
  listCasesOfPerson,
  listParties,
  type Parties,
} from './case.repository.ts'
import { wordsOf } from './case-words.ts'
import { insertCaseRead, listReads } from './case-work.repository.ts'
import { rolesOf } from './case-work.ts'
import { listMediatorIdsOf } from './mediator.repository.ts'

type CaseView = z.input<typeof MediationCase>

/** A case as it was found for somebody who is something to it. */
export interface FoundCase {
  row: CaseRow
  parties: Parties
  roles: CaseRole[]
}

/**
 * Finds a case for whoever may read it, in the transaction that leaves a line of it when staff do: a read that cannot be
 * written down fails. Errors: `not_found`.
 */
export const findForReading = async (
  engine: Engine,
  trx: Trx,
  viewer: Viewer,
  address: CaseAddress,
): Promise<FoundCase> => {
  const row = await findCase(trx, address)
  const parties = row && (await listParties(trx, [row.community_id], [row.id])).get(row.id)
  if (!row || !parties) throw new AppError('not_found')
  const roles = await rolesOf(within(engine, trx), row, parties, viewer)
  if (roles.length === 0) throw new AppError('not_found')
  await noteRead(trx, row, viewer, roles, engine.clock.now())
  return { row, parties, roles }
}

const noteRead = async (
  trx: Trx,
  row: CaseRow,
  viewer: Viewer,
  roles: readonly CaseRole[],
  now: Date,
): Promise<void> => {
  const role: CaseReader | undefined = roles.find((each) => each === 'mediator' || each === 'committee')
  if (role === undefined) return
  await insertCaseRead(trx, {
    community_id: row.community_id,
    id: uuidv7(),
    case_id: row.id,
    reader_id: viewer.personId,
    role,
    at: now.toISOString(),
  })
}

/** One case as this viewer may see it. Errors: `not_found`. */
export const viewCase = (engine: Engine, viewer: Viewer, address: CaseAddress): Promise<CaseView> => {
  const now = engine.clock.now()
  return inTransaction(engine.db, now, PLAIN_WRITE, async (trx) => {
    const found = await findForReading(engine, trx, viewer, address)
    return presentCase(found, await wordsOf(within(engine, trx), viewer, found, now))
  })
}

/** The same for somebody who may just have left it: then that it goes on without them, and not a word of it. */
export const viewLeftCase = async (engine: Engine, viewer: Viewer, address: CaseAddress): Promise<CaseView> => {
  const row = await findCase(engine.db, address)
  const parties = row && (await listParties(engine.db, [row.community_id], [row.id])).get(row.id)
  if (!row || !parties) throw new AppError('not_found')
  const roles = await rolesOf(engine, row, parties, viewer)
  if (roles.length > 0) return viewCase(engine, viewer, address)
  const now = engine.clock.now()
  const words = await wordsOf(engine, viewer, { row, parties, roles }, now, { isInList: true })
  return presentCase({ row, parties, roles }, { ...words, cards: new Map(), followUps: [] })
}

interface PageRequest {
  cursor?: string | undefined
  limit: number
}
interface PageView {
  items: CaseView[]
  nextCursor: string | null
}

/** One's own cases, newest first; with the access to one case that one alone. */
export const listMyCases = async (
  engine: Engine,
  viewer: Viewer,
  { cursor, limit }: PageRequest,
): Promise<PageView> => {
  const rows = await listCasesOfPerson(engine.db, viewer.personId, {
    beforeId: idOfCursor(cursor),
    limit,
    only: viewer.onlyCase,
  })
  return pageOfCases(engine, viewer, rows, limit)
}

interface CommunityRequest extends PageRequest {
  isOpen?: 'yes' | 'no' | undefined
}

/**
 * Cases of a community for its committee, and for a mediator those they are asked for or have. The list shows number, kind
 * and state and no words and names: whoever wants them opens the case, and both sides see that they did.
 */
export const listCommunityCases = async (
  engine: Engine,
  viewer: Viewer,
  communityId: string,
  { cursor, limit, isOpen }: CommunityRequest,
): Promise<PageView> => {
  const isLeading = leads(viewer, communityId)
  const worksHere =
    isLeading || viewer.roles.some(({ role, communityId: scope }) => role === 'mediator' && scope === communityId)
  if (!worksHere) throw new AppError('not_found')
  const rows = await listCasesOfCommunity(engine.db, {
    communityId,
    mediatorIds: isLeading ? null : await listMediatorIdsOf(engine.db, communityId, viewer.personId),
    isOpen: isOpen === undefined ? undefined : isOpen === 'yes',
    exceptOf: viewer.personId,
    beforeId: idOfCursor(cursor),
    limit,
  })
  return pageOfCases(engine, viewer, rows, limit)
}

const pageOfCases = async (
  engine: Engine,
  viewer: Viewer,
  rows: readonly CaseRow[],
  limit: number,
): Promise<PageView> => {
  const page = pageOfRows([...rows], limit, (row) => [row.id])
  const parties = await listParties(
    engine.db,
    page.rows.map((row) => row.community_id),
    page.rows.map((row) => row.id),
  )
  const now = engine.clock.now()
  const items: CaseView[] = []
  for (const row of page.rows) {
    const sides = parties.get(row.id)
    const roles = sides ? await rolesOf(engine, row, sides, viewer) : []
    if (!sides || roles.length === 0) continue
    const found = { row, parties: sides, roles }
    items.push(presentCase(found, await wordsOf(engine, viewer, found, now, { isInList: true })))
  }
  return { items, nextCursor: page.nextCursor }
}

/** Which staff read the case and when, newest first, the same for both sides. Errors: `not_found`, also for staff. */
export const listCaseReads = async (engine: Engine, viewer: Viewer, address: CaseAddress) => {
  const row = await findCase(engine.db, address)
  const parties = row && (await listParties(engine.db, [row.community_id], [row.id])).get(row.id)
  if (!row || !parties) throw new AppError('not_found')
  const roles = await rolesOf(engine, row, parties, viewer)
  if (!roles.includes('applicant') && !roles.includes('respondent')) throw new AppError('not_found')
  const reads = await listReads(engine.db, address)
  const names = await namesByPersonId(
    engine,
    reads.map((read) => read.reader_id),
  )
  return reads.map((read) => ({ at: read.at, by: names.get(read.reader_id)?.full ?? '', role: read.role }))
}

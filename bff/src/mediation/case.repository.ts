import type { Side } from '@little-bench/shared/mediation/kinds'
import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { CaseEvent, CaseParty, MediationCase } from '../platform/db/tables.generated.ts'

type Db = DbOf<'mediation_case' | 'case_party' | 'case_event'>
export type CaseRow = Selectable<MediationCase>
export type PartyRow = Selectable<CaseParty>
export type Parties = Record<Side, PartyRow>
export type CaseEventRow = Selectable<CaseEvent>

export interface CaseAddress {
  communityId: string
  caseId: string
}

export const insertCase = async (
  db: Db,
  row: Insertable<MediationCase>,
  parties: readonly Insertable<CaseParty>[],
): Promise<void> => {
  await tables(db).insertInto('mediation_case').values(row).execute()
  await tables(db)
    .insertInto('case_party')
    .values([...parties])
    .execute()
}

export const findCase = (db: Db, { communityId, caseId }: CaseAddress): Promise<CaseRow | undefined> =>
  tables(db)
    .selectFrom('mediation_case')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', caseId)
    .executeTakeFirst()

/** The same, and nobody changes it until the transaction ends. */
export const lockCase = (trx: Trx, { communityId, caseId }: CaseAddress): Promise<CaseRow | undefined> => {
  const db: Db = trx
  return tables(db)
    .selectFrom('mediation_case')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', caseId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** Checks and changes in one statement: undefined when somebody else has changed it since it was read. */
export const updateCase = (
  db: Db,
  before: Pick<CaseRow, 'community_id' | 'id' | 'version'>,
  change: Partial<CaseRow>,
): Promise<CaseRow | undefined> =>
  tables(db)
    .updateTable('mediation_case')
    .set({ ...change, version: before.version + 1 })
    .where('community_id', '=', before.community_id)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .returningAll()
    .executeTakeFirst()

/** The two sides of each of these cases. */
export const listParties = async (
  db: Db,
  communityIds: readonly string[],
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, Parties>> => {
  const rows = await tables(db)
    .selectFrom('case_party')
    .selectAll()
    .where('community_id', '=', sql<string>`any(${sql.val([...communityIds])}::text[])`)
    .where('case_id', '=', sql<string>`any(${sql.val([...caseIds])}::uuid[])`)
    .execute()
  const parties = new Map<string, Parties>()
  for (const caseId of caseIds) {
    const of = (side: Side) => rows.find((row) => row.case_id === caseId && row.side === side)
    const [applicant, respondent] = [of('applicant'), of('respondent')]
    if (applicant && respondent) parties.set(caseId, { applicant, respondent })
  }
  return parties
}

export const partiesOf = async (db: Db, { community_id: communityId, id }: CaseRow): Promise<Parties> => {
  const parties = (await listParties(db, [communityId], [id])).get(id)
  if (!parties) throw new Error(`case ${id} has no two sides`)
  return parties
}

/** Who a side is, and how they want to be spoken to: said later than the case itself. */
export const updateParty = async (
  db: Db,
  { community_id: communityId, id }: Pick<PartyRow, 'community_id' | 'id'>,
  change: Partial<Omit<PartyRow, 'community_id' | 'id' | 'case_id' | 'side'>>,
): Promise<void> => {
  await tables(db)
    .updateTable('case_party')
    .set(change)
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** The case that was made of an item of this person's, for them as its applicant alone. */
export const findCaseOfItem = (
  db: Db,
  { communityId, workItemId }: { communityId: string; workItemId: string },
  applicantId: string,
): Promise<Pick<CaseRow, 'id'> | undefined> =>
  tables(db)
    .selectFrom('case_party as party')
    .innerJoin('mediation_case', (join) =>
      join
        .onRef('party.community_id', '=', 'mediation_case.community_id')
        .onRef('party.case_id', '=', 'mediation_case.id'),
    )
    .select('mediation_case.id')
    .where('party.person_id', '=', applicantId)
    .where('party.side', '=', 'applicant')
    .where('mediation_case.community_id', '=', communityId)
    .where('mediation_case.from_work_item_id', '=', workItemId)
    .executeTakeFirst()

/** Cases in which somebody is a side, newest first, and one row more; with `only` that one alone. */
export const listCasesOfPerson = (
  db: Db,
  personId: string,
  { beforeId, limit, only }: { beforeId: string | undefined; limit: number; only: CaseAddress | undefined },
): Promise<CaseRow[]> =>
  tables(db)
    .selectFrom('mediation_case')
    .innerJoin('case_party as party', (join) =>
      join
        .onRef('party.community_id', '=', 'mediation_case.community_id')
        .onRef('party.case_id', '=', 'mediation_case.id'),
    )
    .selectAll('mediation_case')
    .distinct()
    .where('party.person_id', '=', personId)
    .$if(only !== undefined, (query) =>
      query
        .where('mediation_case.community_id', '=', only?.communityId ?? '')
        .where('mediation_case.id', '=', only?.caseId ?? ''),
    )
    .$if(beforeId !== undefined, (query) => query.where('mediation_case.id', '<', beforeId ?? ''))
    .orderBy('mediation_case.id', 'desc')
    .limit(limit + 1)
    .execute()

export interface CaseListRequest {
  communityId: string
  /** Only those of these mediators; null for all of the community. */
  mediatorIds: readonly string[] | null
  isOpen: boolean | undefined
  /** Cases in which this person is a side are not theirs to work on. */
  exceptOf: string
  beforeId: string | undefined
  limit: number
}

/** Cases as those who work on them list them, newest first, and one row more. */
export const listCasesOfCommunity = (db: Db, request: CaseListRequest): Promise<CaseRow[]> =>
  tables(db)
    .selectFrom('mediation_case')
    .selectAll()
    .where('community_id', '=', request.communityId)
    .$if(request.mediatorIds !== null, (query) =>
      query.where('mediator_id', '=', sql<string>`any(${sql.val([...(request.mediatorIds ?? [])])}::uuid[])`),
    )
    .$if(request.isOpen === true, (query) => query.where('state', '<>', 'closed'))
    .$if(request.isOpen === false, (query) => query.where('state', '=', 'closed'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('case_party')
            .select('case_party.id')
            .whereRef('case_party.community_id', '=', 'mediation_case.community_id')
            .whereRef('case_party.case_id', '=', 'mediation_case.id')
            .where('case_party.person_id', '=', request.exceptOf),
        ),
      ),
    )
    .$if(request.beforeId !== undefined, (query) => query.where('id', '<', request.beforeId ?? ''))
    .orderBy('id', 'desc')
    .limit(request.limit + 1)
    .execute()

export const insertCaseEvent = async (db: Db, event: Insertable<CaseEvent>): Promise<void> => {
  await tables(db).insertInto('case_event').values(event).execute()
}

/** Oldest first. */
export const listCaseEvents = (db: Db, { communityId, caseId }: CaseAddress): Promise<CaseEventRow[]> =>
  tables(db)
    .selectFrom('case_event')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()

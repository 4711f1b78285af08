import type { Side } from '@little-bench/shared/mediation/kinds'
import type { Insertable, Selectable } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { CaseAgreement, CaseFollowUp } from '../platform/db/tables.generated.ts'
import type { CaseAddress, CaseRow } from './case.repository.ts'

type Db = DbOf<'case_agreement' | 'case_confirmation' | 'case_follow_up'>
export type AgreementRow = Selectable<CaseAgreement>
export type FollowUpRow = Selectable<CaseFollowUp>

export const insertAgreement = async (db: Db, agreement: Insertable<CaseAgreement>): Promise<void> => {
  await tables(db).insertInto('case_agreement').values(agreement).execute()
}

/** The newest version, whoever wrote it; undefined while nothing has been written down. */
export const findAgreement = (db: Db, { communityId, caseId }: CaseAddress): Promise<AgreementRow | undefined> =>
  tables(db)
    .selectFrom('case_agreement')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** What both read and confirm: the newest version that binds, or that whoever has the case now has written. */
export const findStandingAgreement = (
  db: DbOf<'case_agreement' | 'mediator'>,
  { community_id: communityId, id: caseId, mediator_id: mediatorId }: CaseRow,
): Promise<AgreementRow | undefined> =>
  tables(db)
    .selectFrom('case_agreement')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('effective_on', 'is not', null),
        eb(
          'drafted_by',
          '=',
          selectFrom('mediator')
            .select('mediator.person_id')
            .where('mediator.community_id', '=', communityId)
            .where('mediator.id', '=', mediatorId),
        ),
      ]),
    )
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Confirming twice is confirming once. */
export const insertConfirmation = async (
  db: Db,
  {
    communityId,
    agreementId,
    side,
    personId,
  }: {
    communityId: string
    agreementId: string
    side: Side
    personId: string
  },
  now: Date,
): Promise<void> => {
  await tables(db)
    .insertInto('case_confirmation')
    .values({
      community_id: communityId,
      agreement_id: agreementId,
      side,
      confirmed_by: personId,
      confirmed_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Which sides have confirmed this version. */
export const listConfirmations = async (db: Db, communityId: string, agreementId: string): Promise<Side[]> => {
  const rows = await tables(db)
    .selectFrom('case_confirmation')
    .select('side')
    .where('community_id', '=', communityId)
    .where('agreement_id', '=', agreementId)
    .execute()
  return rows.map(({ side }) => side)
}

export const putIntoEffect = async (
  db: Db,
  { community_id: communityId, id }: AgreementRow,
  effectiveOn: string,
): Promise<void> => {
  await tables(db)
    .updateTable('case_agreement')
    .set({ effective_on: effectiveOn })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

export const insertFollowUps = async (db: Db, rows: readonly Insertable<CaseFollowUp>[]): Promise<void> => {
  await tables(db)
    .insertInto('case_follow_up')
    .values([...rows])
    .execute()
}

/** Whom to ask and when, without those that came to nothing because it began again. */
export const listCaseFollowUps = (db: Db, { communityId, caseId }: CaseAddress): Promise<FollowUpRow[]> =>
  tables(db)
    .selectFrom('case_follow_up')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .where('cancelled_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute()

/** Checks and records in one statement: false when somebody has recorded it already, or it is not of this case. */
export const recordFollowUpRow = async (
  db: Db,
  { communityId, caseId, id }: CaseAddress & { id: string },
  record: Pick<FollowUpRow, 'result' | 'sealed_note' | 'recorded_by' | 'recorded_at'>,
): Promise<boolean> => {
  const { numUpdatedRows } = await tables(db)
    .updateTable('case_follow_up')
    .set(record)
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .where('result', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const cancelOpenFollowUps = async (db: Db, { communityId, caseId }: CaseAddress, now: Date): Promise<void> => {
  await tables(db)
    .updateTable('case_follow_up')
    .set({ cancelled_at: now.toISOString() })
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .where('result', 'is', null)
    .where('cancelled_at', 'is', null)
    .execute()
}

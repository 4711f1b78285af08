import type { ServiceDate } from '@little-bench/shared/kernel/time'
import type { Evidence, FactKind, FactRefusal } from '@little-bench/shared/people/facts'
import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { ResidentFact } from '../platform/db/tables.generated.ts'

type Db = DbOf<'resident_fact'>

const SHOWN = [
  'id',
  'person_id',
  'kind',
  'sealed_value',
  'in_force_from',
  'ended_on',
  'ended_because',
  'claimed_at',
  'verified_on',
  'verified_until',
  'refusal',
] as const
export type FactRow = Pick<Selectable<ResidentFact>, (typeof SHOWN)[number]>

/** From here on nobody else changes this person's facts until the transaction ends: one claim follows the other. */
export const lockFactsOf = async (trx: Trx, personId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('resident_fact' || ${personId}::text, 0))`.execute(trx)
}

const facts = (db: Db) => tables(db).selectFrom('resident_fact').select(SHOWN)

/** Everything that was ever so and has not been taken back; for rules that ask about a date. */
export const listFactsOf = (db: Db, personId: string): Promise<FactRow[]> =>
  facts(db).where('person_id', '=', personId).where('sealed_value', 'is not', null).orderBy('id').execute()

/** What is so now, claimed or verified. */
export const listOpenFactsOf = (db: Db, personIds: readonly string[]): Promise<FactRow[]> =>
  facts(db)
    .where('person_id', '=', sql<string>`any(${sql.val([...personIds])}::uuid[])`)
    .where('ended_on', 'is', null)
    .orderBy('id')
    .execute()

/** What was not confirmed on that day or later. */
export const listRefusedFactsOf = (db: Db, personId: string, since: ServiceDate): Promise<FactRow[]> =>
  facts(db)
    .where('person_id', '=', personId)
    .where('ended_because', '=', 'refused')
    .where('ended_on', '>=', since)
    .orderBy('id')
    .execute()

export const findFactOf = (db: Db, personId: string, id: string): Promise<FactRow | undefined> =>
  facts(db).where('person_id', '=', personId).where('id', '=', id).executeTakeFirst()

/** Whether anything of a kind was ever said of somebody, taken back or not. */
export const hasFactOfKind = async (db: Db, personId: string, kind: FactKind): Promise<boolean> => {
  const found = await tables(db)
    .selectFrom('resident_fact')
    .select('id')
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return found !== undefined
}

export const insertFact = async (db: Db, fact: Insertable<ResidentFact>): Promise<void> => {
  await tables(db).insertInto('resident_fact').values(fact).execute()
}

/** Ends the open claim of a kind, or the verified fact, because something else was said in its place. */
export const endCorrected = async (
  db: Db,
  { personId, kind, standing }: { personId: string; kind: FactKind; standing: 'claimed' | 'verified' },
  today: ServiceDate,
): Promise<void> => {
  await tables(db)
    .updateTable('resident_fact')
    .set({ ended_on: today, ended_because: 'corrected' })
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('verified_on', standing === 'claimed' ? 'is' : 'is not', null)
    .where('ended_on', 'is', null)
    .execute()
}

/** Something else stands in its place. */
export const endFact = async (db: Db, id: string, today: ServiceDate): Promise<void> => {
  await tables(db)
    .updateTable('resident_fact')
    .set({ ended_on: today, ended_because: 'corrected' })
    .where('id', '=', id)
    .execute()
}

const openClaim = (db: Db, { personId, id }: { personId: string; id: string }) =>
  tables(db)
    .updateTable('resident_fact')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .where('verified_on', 'is', null)
    .where('ended_on', 'is', null)

/** Checks and changes in one statement; false when the claim was replaced, taken back or decided on meanwhile. */
export const verifyOpenClaim = async (
  db: Db,
  claim: { personId: string; id: string },
  by: { verified_by: string; verified_on: ServiceDate; verified_until: ServiceDate | null; evidence: Evidence },
): Promise<boolean> => {
  const { numUpdatedRows } = await openClaim(db, claim).set(by).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The same for a claim that is not confirmed. */
export const refuseOpenClaim = async (
  db: Db,
  claim: { personId: string; id: string },
  refusal: FactRefusal,
  today: ServiceDate,
): Promise<boolean> => {
  const { numUpdatedRows } = await openClaim(db, claim)
    .set({ ended_on: today, ended_because: 'refused', refusal })
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const ERASED = { sealed_value: null, ended_because: 'withdrawn', refusal: null } as const

/** Erases what is so now, or was refused; false when there is no such thing any more. */
export const withdrawFactOf = async (
  db: Db,
  { personId, id }: { personId: string; id: string },
  today: ServiceDate,
): Promise<boolean> => {
  const { numUpdatedRows } = await tables(db)
    .updateTable('resident_fact')
    .set((fact) => ({ ...ERASED, ended_on: fact.fn.coalesce('ended_on', fact.val(today)) }))
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .where((fact) => fact.or([fact('ended_on', 'is', null), fact('ended_because', '=', 'refused')]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Erases what was formerly said of a kind, unless something of the kind is still so. */
export const eraseFormerFacts = async (db: Db, personId: string, kind: FactKind): Promise<void> => {
  await tables(db)
    .updateTable('resident_fact')
    .set(ERASED)
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('sealed_value', 'is not', null)
    .where((fact) =>
      fact.not(
        fact.exists(
          fact
            .selectFrom('resident_fact as other')
            .select('other.id')
            .where('other.person_id', '=', personId)
            .where('other.kind', '=', kind)
            .where('other.ended_on', 'is', null),
        ),
      ),
    )
    .execute()
}

/** Claims that wait, of residents of a community, the longest waiting first; nobody's own are among them. */
export const listClaimsIn = (
  db: DbOf<'resident_fact' | 'role_assignment'>,
  community: { communityId: string; readerId: string },
  { afterId, limit }: { afterId: string | undefined; limit: number },
): Promise<FactRow[]> =>
  tables(db)
    .selectFrom('resident_fact')
    .select(SHOWN)
    .where('verified_on', 'is', null)
    .where('ended_on', 'is', null)
    .where('person_id', '<>', community.readerId)
    .where((fact) =>
      fact.exists(
        fact
          .selectFrom('role_assignment')
          .select('role_assignment.person_id')
          .whereRef('role_assignment.person_id', '=', 'resident_fact.person_id')
          .where('role_assignment.role', '=', 'resident')
          .where('role_assignment.community_id', '=', community.communityId),
      ),
    )
    .$if(afterId !== undefined, (query) => query.where('id', '>', afterId ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()

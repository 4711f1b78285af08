import type { ServiceDate } from '@little-bench/shared/kernel/time'
import type { ProofWay, VisitState } from '@little-bench/shared/pension/ways'
import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { ProofOfLife, ProofOfLifeDone } from '../platform/db/tables.generated.ts'

type Db = DbOf<'proof_of_life' | 'proof_of_life_done'>
export type ProofRow = Selectable<ProofOfLife>
export type DoneRow = Selectable<ProofOfLifeDone>

/** Somebody's proofs of life in one community. */
export interface ProofKey {
  communityId: string
  personId: string
}

/** What the rules ask of somebody. */
export interface KnownProof {
  person_id: string
  since: ServiceDate
  way: ProofWay | null
  last_done_on: ServiceDate | null
}

/** From this day on we know of them; whoever is known already stays known since then. */
export const enrol = async (trx: Trx, { communityId, personId }: ProofKey, today: ServiceDate): Promise<void> => {
  await tables<'proof_of_life'>(trx)
    .insertInto('proof_of_life')
    .values({ community_id: communityId, person_id: personId, since: today, way: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Holds what is known of somebody: nobody writes down that it is done until the transaction ends. */
export const lockProof = async (trx: Trx, { communityId, personId }: ProofKey): Promise<void> => {
  await tables<'proof_of_life'>(trx)
    .selectFrom('proof_of_life')
    .select('person_id')
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .forNoKeyUpdate()
    .execute()
}

export const findProof = (db: Db, { communityId, personId }: ProofKey): Promise<ProofRow | undefined> =>
  tables(db)
    .selectFrom('proof_of_life')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .executeTakeFirst()

/** The latest day on which it was done; of two records of that day the later. */
export const findLastDone = (db: Db, { communityId, personId }: ProofKey): Promise<DoneRow | undefined> =>
  tables(db)
    .selectFrom('proof_of_life_done')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .orderBy('done_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const saveWay = async (trx: Trx, { communityId, personId }: ProofKey, way: ProofWay): Promise<void> => {
  await tables<'proof_of_life'>(trx)
    .updateTable('proof_of_life')
    .set({ way })
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .execute()
}

/** Added and never changed: what was said of an older window stays what it was. */
export const insertDone = async (trx: Trx, row: Insertable<ProofOfLifeDone>): Promise<void> => {
  await tables<'proof_of_life_done'>(trx).insertInto('proof_of_life_done').values(row).execute()
}

/** Everybody of a community of whom we know, with what the rules ask. */
export const listProofs = async (
  db: Db,
  communityId: string,
  personIds: readonly string[] | null = null,
): Promise<KnownProof[]> => {
  const { rows } = await sql<KnownProof>`
    select proof.person_id, proof.since, proof.way,
      (select max(done_on) from proof_of_life_done as done
       where done.community_id = proof.community_id and done.person_id = proof.person_id) as last_done_on
    from proof_of_life as proof
    where proof.community_id = ${communityId}
      and (${personIds === null} or proof.person_id = any(${sql.val([...(personIds ?? [])])}::uuid[]))
    order by proof.person_id`.execute(tables(db))
  return rows
}

/** When people were last reminded, and what has become of their visit unless it is over, by person id. */
export const listFollowUps = async (
  db: DbOf<'proof_reminder' | 'home_visit'>,
  communityId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, { reminded_on: ServiceDate | null; visit_state: VisitState | null }>> => {
  const { rows } = await sql<{
    person_id: string
    reminded_on: ServiceDate | null
    visit_state: VisitState | null
  }>`
    select person.id as person_id,
      (select max(reminded_on) from proof_reminder as reminder
       where reminder.community_id = ${communityId} and reminder.person_id = person.id) as reminded_on,
      (select state from home_visit as visit
       where visit.community_id = ${communityId} and visit.person_id = person.id
         and visit.state not in ('done', 'cancelled')
       order by visit.id desc limit 1) as visit_state
    from unnest(${sql.val([...personIds])}::uuid[]) as person (id)`.execute(tables(db))
  return new Map(rows.map((row) => [row.person_id, row]))
}

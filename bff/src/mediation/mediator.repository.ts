import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { Mediator } from '../platform/db/tables.generated.ts'

type Db = DbOf<'mediator' | 'mediator_version' | 'mediation_case' | 'case_message'>
export type MediatorRow = Selectable<Mediator>

/** In the order in which the cards were made: whoever makes one chooses its id, so that says nothing. */
export const listMediators = (db: Db, communityId: string): Promise<MediatorRow[]> =>
  tables(db)
    .selectFrom('mediator')
    .innerJoin('mediator_version as first', (join) =>
      join
        .onRef('first.community_id', '=', 'mediator.community_id')
        .onRef('first.id', '=', 'mediator.id')
        .on('first.version', '=', 1),
    )
    .selectAll('mediator')
    .where('mediator.community_id', '=', communityId)
    .orderBy('first.saved_at')
    .orderBy('mediator.id')
    .execute()

/** Puts a card in force and keeps it in the history. */
export const saveMediatorRow = async (db: Db, card: Omit<Insertable<Mediator>, 'version'>): Promise<MediatorRow> => {
  const { community_id: _community, id: _id, ...fields } = card
  const saved = await tables(db)
    .insertInto('mediator')
    .values({ ...card, version: 1 })
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'id']).doUpdateSet({ ...fields, version: sql<number>`mediator.version + 1` }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  await tables(db).insertInto('mediator_version').values(saved).execute()
  return saved
}

/** Cards that nobody has kept yet; a card that somebody has changed stays as they left it. */
export const insertNewMediators = async (db: Db, cards: readonly Insertable<Mediator>[]): Promise<void> => {
  if (cards.length === 0) return
  const inserted = await tables(db)
    .insertInto('mediator')
    .values([...cards])
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .execute()
  if (inserted.length > 0) await tables(db).insertInto('mediator_version').values(inserted).execute()
}

/** Cases that each mediator has taken and that still go on; whoever was only asked does not count as busy. */
export const countTakenCases = async (db: Db, communityId: string): Promise<ReadonlyMap<string, number>> => {
  const rows = await tables(db)
    .selectFrom('mediation_case')
    .select(({ fn }) => ['mediator_id', fn.countAll<number>().as('cases')])
    .where('community_id', '=', communityId)
    .where('mediator_id', 'is not', null)
    .where('state', 'in', ['accepted', 'preparing', 'in_session'])
    .groupBy('mediator_id')
    .execute()
  return new Map(rows.flatMap(({ mediator_id: id, cases }) => (id === null ? [] : [[id, cases] as const])))
}

export const findMediator = (db: Db, communityId: string, id: string): Promise<MediatorRow | undefined> =>
  tables(db)
    .selectFrom('mediator')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The same, and until the transaction ends it is asked for no case and nobody else changes it. */
export const lockMediator = (trx: Trx, communityId: string, id: string): Promise<MediatorRow | undefined> => {
  const db: Db = trx
  return tables(db)
    .selectFrom('mediator')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Whether a case lies with a card, or somebody has written to it in one. */
export const hasHadCases = async (db: Db, communityId: string, id: string): Promise<boolean> => {
  const { rows } = await sql`
    select from mediation_case where community_id = ${communityId} and mediator_id = ${id}::uuid
    union all
    select from case_message where community_id = ${communityId} and mediator_id = ${id}::uuid
    limit 1`.execute(tables(db))
  return rows.length > 0
}

/** The cards with which somebody works. */
export const listMediatorIdsOf = async (db: Db, communityId: string, personId: string): Promise<string[]> => {
  const rows = await tables(db)
    .selectFrom('mediator')
    .select('id')
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .execute()
  return rows.map(({ id }) => id)
}

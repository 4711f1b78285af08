import type { Agreement, KnownAnswer } from '@little-bench/shared/notifications/subscribe-ledger'
import { type Insertable, sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { SubscribeAnswer } from '../platform/db/tables.generated.ts'

type Db = DbOf<'subscribe_answer' | 'subscribe_credit'>

export interface AgreementKey {
  personId: string
  templateId: string
}

/** What somebody agreed to, held until the transaction ends; nothing yet for who was never asked. */
export const lockAgreement = async (db: Db, { personId, templateId }: AgreementKey): Promise<Agreement> => {
  await tables(db)
    .insertInto('subscribe_credit')
    .values({ person_id: personId, template_id: templateId, credits: 0, is_refused: false })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tables(db)
    .selectFrom('subscribe_credit')
    .select(['credits', 'is_refused'])
    .where('person_id', '=', personId)
    .where('template_id', '=', templateId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { credits: row.credits, isRefused: row.is_refused }
}

export const saveAgreement = async (
  db: Db,
  { personId, templateId }: AgreementKey,
  { credits, isRefused }: Agreement,
): Promise<void> => {
  await tables(db)
    .insertInto('subscribe_credit')
    .values({ person_id: personId, template_id: templateId, credits, is_refused: isRefused })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'template_id']).doUpdateSet({ credits, is_refused: isRefused }),
    )
    .execute()
}

/** The agreements of a person, by template. */
export const listAgreements = async (db: Db, personId: string): Promise<Map<string, Agreement>> => {
  const rows = await tables(db).selectFrom('subscribe_credit').selectAll().where('person_id', '=', personId).execute()
  return new Map(rows.map((row) => [row.template_id, { credits: row.credits, isRefused: row.is_refused }]))
}

/** Takes one agreement; false when there is none. */
export const takeCredit = async (db: Db, { personId, templateId }: AgreementKey): Promise<boolean> => {
  const { numUpdatedRows } = await tables(db)
    .updateTable('subscribe_credit')
    .set(({ eb }) => ({ credits: eb('credits', '-', 1) }))
    .where('person_id', '=', personId)
    .where('template_id', '=', templateId)
    .where('credits', '>', 0)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Gives back one that was not used, unless the person has switched all of them off since. */
export const giveCreditBack = async (db: Db, { personId, templateId }: AgreementKey): Promise<void> => {
  await tables(db)
    .updateTable('subscribe_credit')
    .set(({ eb }) => ({ credits: eb('credits', '+', 1) }))
    .where('person_id', '=', personId)
    .where('template_id', '=', templateId)
    .where('is_refused', '=', false)
    .execute()
}

export const dropCredits = async (db: Db, { personId, templateId }: AgreementKey): Promise<void> => {
  await tables(db)
    .updateTable('subscribe_credit')
    .set({ credits: 0 })
    .where('person_id', '=', personId)
    .where('template_id', '=', templateId)
    .execute()
}

/** Whoever of these can be sent something: `personId templateId`. */
export const listCredited = async (db: Db, personIds: readonly string[]): Promise<Set<string>> => {
  const rows = await tables(db)
    .selectFrom('subscribe_credit')
    .select(['person_id', 'template_id'])
    // One statement text for any number of people, so that it is prepared once.
    .where('person_id', '=', sql<string>`any(${sql.val([...personIds])}::uuid[])`)
    .where('credits', '>', 0)
    .execute()
  return new Set(rows.map((row) => agreementKey({ personId: row.person_id, templateId: row.template_id })))
}

export const agreementKey = ({ personId, templateId }: AgreementKey): string => `${personId} ${templateId}`

/** What was told of a person and template since an instant, oldest first. */
export const listAnswers = async (
  db: Db,
  { personId, templateId }: AgreementKey,
  since: Date,
): Promise<KnownAnswer[]> => {
  const rows = await tables(db)
    .selectFrom('subscribe_answer')
    .select(['id', 'source', 'answer', 'at', 'matched_id'])
    .where('person_id', '=', personId)
    .where('template_id', '=', templateId)
    .where('at', '>=', since.toISOString())
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ matched_id: matchedId, at, ...row }) => ({ ...row, at: new Date(at), matchedId }))
}

/** Keeps an answer; with the one that it tells of again, each says so of the other. */
export const insertAnswer = async (db: Db, answer: Insertable<SubscribeAnswer>): Promise<void> => {
  await tables(db).insertInto('subscribe_answer').values(answer).execute()
  if (!answer.matched_id) return
  await tables(db)
    .updateTable('subscribe_answer')
    .set({ matched_id: answer.id })
    .where('id', '=', answer.matched_id)
    .execute()
}

/**
 * Takes back everything that somebody agreed to be told in WeChat. The rows go, so that a message which fails just now
 * gives none back; that somebody wants to be asked no more stays.
 */
export const dropAllCredits = async (db: Db, personId: string): Promise<void> => {
  await tables(db)
    .deleteFrom('subscribe_credit')
    .where('person_id', '=', personId)
    .where('is_refused', '=', false)
    .execute()
  await tables(db).updateTable('subscribe_credit').set({ credits: 0 }).where('person_id', '=', personId).execute()
}

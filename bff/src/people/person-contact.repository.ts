import type { Channel } from '@little-bench/shared/notifications/calls'
import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { PersonContact } from '../platform/db/tables.generated.ts'

type Db = DbOf<'person' | 'role_assignment' | 'person_contact'>
export type ContactRow = Selectable<PersonContact>

export const insertContact = async (db: Db, contact: Insertable<PersonContact>): Promise<void> => {
  await tables(db).insertInto('person_contact').values(contact).execute()
}

/** Keeps the channel that the person has chosen since, and a number that was proven since. */
export const upsertContact = async (db: Db, contact: Insertable<PersonContact>): Promise<void> => {
  const { sealed_name, name_hash, has_account } = contact
  const unlessProven = (column: 'sealed_phone' | 'phone_hash') => {
    const [kept, given] = [sql.ref(`person_contact.${column}`), sql.ref(`excluded.${column}`)]
    return sql<string | null>`case when person_contact.phone_verified_at is null then ${given} else ${kept} end`
  }
  await tables(db)
    .insertInto('person_contact')
    .values(contact)
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({
        sealed_name,
        name_hash,
        has_account,
        sealed_phone: unlessProven('sealed_phone'),
        phone_hash: unlessProven('phone_hash'),
      }),
    )
    .execute()
}

export const deleteContact = async (db: Db, personId: string): Promise<void> => {
  await tables(db).deleteFrom('person_contact').where('person_id', '=', personId).execute()
}

export const replaceContact = async (db: Db, contact: Insertable<PersonContact>): Promise<void> => {
  await deleteContact(db, contact.person_id)
  await insertContact(db, contact)
}

/** Whom only the counter knew has an account now, and the number on their card is proven to be theirs. */
export const makeAccountOf = async (db: Db, personId: string, now: Date): Promise<void> => {
  await tables(db)
    .updateTable('person_contact')
    .set({ has_account: true, channel: 'inbox', phone_verified_at: now.toISOString() })
    .where('person_id', '=', personId)
    .execute()
}

/** Whose account a number was proven for. */
export const findVerifiedOwner = async (db: Db, phoneHash: string): Promise<string | undefined> => {
  const row = await tables(db)
    .selectFrom('person_contact')
    .select('person_id')
    .where('phone_hash', '=', phoneHash)
    .where('phone_verified_at', 'is not', null)
    .executeTakeFirst()
  return row?.person_id
}

/** Keeps a number that was proven, in place of whatever stood there. */
export const saveVerifiedPhone = async (
  db: Db,
  personId: string,
  phone: { sealed_phone: string | null; phone_hash: string | null },
  now: Date,
): Promise<void> => {
  const proven = { ...phone, phone_verified_at: now.toISOString() }
  const row = { ...proven, person_id: personId, has_account: true, channel: 'inbox' as const }
  await tables(db)
    .insertInto('person_contact')
    .values({ ...row, sealed_name: null, name_hash: null, created_at: now.toISOString() })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ ...proven, has_account: true }))
    .execute()
}

/** Until the transaction ends nobody else registers somebody with this number: two counters would make two of them. */
export const holdPhone = async (db: Db, phoneHash: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('person_contact' || ${phoneHash}::text, 0))`.execute(
    tables(db),
  )
}

/** Somebody of a community, as a search finds them. */
export type FoundRow = Pick<ContactRow, 'person_id' | 'sealed_phone' | 'has_account' | 'channel'> & {
  name: string
  is_demo: boolean
}

/** Residents of a community with this number, this name, or both; the oldest first. */
export const listResidentsByHash = (
  db: Db,
  communityId: string,
  { nameHash, phoneHash }: { nameHash?: string | undefined; phoneHash?: string | undefined },
  limit: number,
): Promise<FoundRow[]> =>
  tables(db)
    .selectFrom('person_contact as contact')
    .innerJoin('person', 'person.id', 'contact.person_id')
    .select([
      'contact.person_id',
      'contact.sealed_phone',
      'contact.has_account',
      'contact.channel',
      'person.name',
      'person.is_demo',
    ])
    .$if(nameHash !== undefined, (query) => query.where('contact.name_hash', '=', nameHash ?? ''))
    .$if(phoneHash !== undefined, (query) => query.where('contact.phone_hash', '=', phoneHash ?? ''))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('role_assignment')
          .select('role_assignment.person_id')
          .whereRef('role_assignment.person_id', '=', 'contact.person_id')
          .where('role_assignment.role', '=', 'resident')
          .where('role_assignment.community_id', '=', communityId),
      ),
    )
    .orderBy('contact.person_id')
    .limit(limit)
    .execute()

export const findContact = (db: Db, personId: string): Promise<ContactRow | undefined> =>
  tables(db).selectFrom('person_contact').selectAll().where('person_id', '=', personId).executeTakeFirst()

/** Everybody who is reached by one number: often a whole household. */
export const listIdsByPhoneHash = async (db: Db, phoneHash: string): Promise<string[]> => {
  const rows = await tables(db)
    .selectFrom('person_contact')
    .select('person_id')
    .where('phone_hash', '=', phoneHash)
    .execute()
  return rows.map((row) => row.person_id)
}

/** Names as everybody has one, with what is known of how to reach them. */
export const listContacts = (
  db: Db,
  ids: readonly string[],
): Promise<(Pick<ContactRow, 'sealed_name' | 'sealed_phone'> & { id: string; name: string })[]> =>
  tables(db)
    .selectFrom('person')
    .leftJoin('person_contact as contact', 'contact.person_id', 'person.id')
    .select(['person.id', 'person.name', 'contact.sealed_name', 'contact.sealed_phone'])
    .where('person.id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`)
    .execute()

export const listIdsByChannel = async (db: Db, ids: readonly string[], channel: Channel): Promise<string[]> => {
  const rows = await tables(db)
    .selectFrom('person_contact')
    .select('person_id')
    // One statement text for any number of people, so that it is prepared once.
    .where('person_id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`)
    .where('channel', '=', channel)
    .execute()
  return rows.map((row) => row.person_id)
}

/** Their number is known no more; the name stays, and how they are told. */
export const forgetPhoneOf = async (db: Db, personId: string): Promise<void> => {
  await tables(db)
    .updateTable('person_contact')
    .set({ sealed_phone: null, phone_hash: null, phone_verified_at: null })
    .where('person_id', '=', personId)
    .execute()
}

import type { Channel } from '@little-bench/shared/notifications/calls'
import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { PersonContact } from '../platform/db/tables.generated.ts'

type Db = DbOf<'person' | 'role_assignment' | 'person_contact'>
export type ContactRow = Selectable<PersonContact>

export const insertContact = async (db: Db, contact: Insertable<PersonContact>): Promise<void> => {
  await tables(db).insertInto('person_contact').values(contact).execute()
}

/** Keeps the channel that the person has chosen since. */
export const upsertContact = async (db: Db, contact: Insertable<PersonContact>): Promise<void> => {
  const { sealed_name, sealed_phone, name_hash, phone_hash, has_account } = contact
  await tables(db)
    .insertInto('person_contact')
    .values(contact)
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({ sealed_name, sealed_phone, name_hash, phone_hash, has_account }),
    )
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
    .set({ sealed_phone: null, phone_hash: null })
    .where('person_id', '=', personId)
    .execute()
}

import type { Context } from '../platform/context.ts'
import type { Database, Trx } from '../platform/db/database.ts'
import { findPersonById, listMergedInto } from './person.repository.ts'
import { findContact, listContacts, listIdsByChannel, listIdsByPhoneHash } from './person-contact.repository.ts'
import { type Contact, openContact, phoneHashOf } from './sealed-contact.ts'

/** Whether somebody can sign in themselves; whoever has signed in once can, whatever the counter knows of them. */
export const hasAccount = async (db: Database, personId: string): Promise<boolean> =>
  (await findContact(db, personId))?.has_account ?? true

/** Who of these is told by telephone. */
export const peopleToldByCall = async (trx: Trx, ids: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set(ids.length === 0 ? [] : await listIdsByChannel(trx, [...new Set(ids)], 'call'))

/** Whether the counter knows a number of somebody. */
export const hasPhone = async (trx: Trx, personId: string): Promise<boolean> =>
  ((await findContact(trx, personId))?.sealed_phone ?? null) !== null

/** Full names and numbers by person id, for whoever calls them; the caller records that they were read. */
export const contactsByPersonId = async (
  context: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Contact>> => {
  if (ids.length === 0) return new Map()
  const rows = await listContacts(context.db, [...new Set(ids)])
  return new Map(
    rows.map(({ id, name, sealed_name: sealedName, sealed_phone: sealedPhone }) => [
      id,
      {
        name: openContact(context.sealer, id, 'name', sealedName) ?? name,
        phone: openContact(context.sealer, id, 'phone', sealedPhone),
      },
    ]),
  )
}

/** Whom this number reaches. */
export const peopleWithPhone = ({ db, sealer }: Context, phone: string): Promise<string[]> =>
  listIdsByPhoneHash(db, phoneHashOf(sealer, phone))

/** Whether somebody is more than a side that was invited once: they have a role, and with it an account. */
export const isKnownPerson = async (db: Database, personId: string): Promise<boolean> =>
  ((await findPersonById(db, personId))?.roles.length ?? 0) > 0

/** Who somebody is now whose account has become one with another's; everybody else is who they are. */
export const presentIds = async (db: Database, ids: readonly string[]): Promise<(id: string) => string> => {
  const merged = new Map((await listMergedInto(db, [...new Set(ids)])).map((row) => [row.id, row.merged_into]))
  return (id) => merged.get(id) ?? id
}

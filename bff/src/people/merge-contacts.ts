import type { Sealer } from '../platform/crypto/sealer.ts'
import type { Trx } from '../platform/db/database.ts'
import type { Merged } from './merge-rows.repository.ts'
import { findPersonById, renamePerson } from './person.repository.ts'
import { type ContactRow, deleteContact, findContact, replaceContact } from './person-contact.repository.ts'
import { openContact, sealContact } from './sealed-contact.ts'

/**
 * One name and one number where there were two: those of the account that stays, and of the other what it lacks; a number
 * that was proven before one that was only written down. They are sealed for the person, so they are sealed anew.
 */
export const mergeContacts = async (sealer: Sealer, trx: Trx, { fromId, toId }: Merged): Promise<void> => {
  const [from, to] = [await findContact(trx, fromId), await findContact(trx, toId)]
  if (!from) return
  const name = openName(sealer, to) ?? openName(sealer, from)
  const numbered = [to, from].find((row) => row?.phone_verified_at) ?? [to, from].find((row) => row?.sealed_phone)
  await deleteContact(trx, fromId)
  await replaceContact(trx, {
    ...sealContact(sealer, toId, { name, phone: openPhone(sealer, numbered) }),
    person_id: toId,
    has_account: true,
    channel: to?.has_account ? to.channel : from.has_account ? from.channel : 'inbox',
    created_at: to?.created_at ?? from.created_at,
    phone_verified_at: numbered?.phone_verified_at ?? null,
  })
  if (!openName(sealer, to)) await takeName(trx, fromId, toId)
}

const openName = (sealer: Sealer, row: ContactRow | undefined): string | null =>
  row ? openContact(sealer, row.person_id, 'name', row.sealed_name) : null
const openPhone = (sealer: Sealer, row: ContactRow | undefined): string | null =>
  row ? openContact(sealer, row.person_id, 'phone', row.sealed_phone) : null

const takeName = async (trx: Trx, fromId: string, toId: string): Promise<void> => {
  const from = await findPersonById(trx, fromId)
  if (from) await renamePerson(trx, toId, from.name)
}

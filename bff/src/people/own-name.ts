import type { Context } from '../platform/context.ts'
import { findContact } from './person-contact.repository.ts'
import { openContact } from './sealed-contact.ts'
import { SEALED_SIGN_IN } from './sealed-sign-in.ts'
import { listInvitedNames } from './staff-invitation.repository.ts'

/**
 * Somebody's whole name, for themselves alone: as they or the counter wrote it, else as they were invited to work here,
 * else what everybody calls them.
 */
export const ownNameOf = async (
  { db, sealer }: Pick<Context, 'db' | 'sealer'>,
  { id, name }: { id: string; name: string },
): Promise<string> => {
  const contact = await findContact(db, id)
  const written = openContact(sealer, id, 'name', contact?.sealed_name ?? null)
  if (written !== null) return written
  const invited = (await listInvitedNames(db, [id])).at(-1)
  return invited ? sealer.open(invited.sealed_name, SEALED_SIGN_IN.invitedName.purposeOf(invited.id)) : name
}

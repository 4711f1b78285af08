import type { DeskKey } from '@little-bench/shared/people/staff'
import type { Insertable, Selectable } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { StaffInvitation } from '../platform/db/tables.generated.ts'

type Db = DbOf<'staff_invitation'>
export type InvitationRow = Selectable<StaffInvitation>

export const insertInvitation = async (db: Db, invitation: Insertable<StaffInvitation>): Promise<void> => {
  await tables(db).insertInto('staff_invitation').values(invitation).execute()
}

export const findInvitation = (db: Db, id: string): Promise<InvitationRow | undefined> =>
  tables(db).selectFrom('staff_invitation').selectAll().where('id', '=', id).executeTakeFirst()

/** Invitations that still lead to a role, the newest first. */
export const listOpenInvitations = (db: Db, now: Date): Promise<InvitationRow[]> =>
  tables(db)
    .selectFrom('staff_invitation')
    .selectAll()
    .where('given_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .orderBy('id', 'desc')
    .execute()

/** What somebody invited to that still leads to a role. */
export const listOpenInvitationsBy = async (db: Db, personId: string, now: Date): Promise<InvitationRow[]> =>
  (await listOpenInvitations(db, now)).filter((row) => row.invited_by === personId)

/** By what name these people were invited, the newest last. */
export const listInvitedNames = async (
  db: Db,
  personIds: readonly string[],
): Promise<{ id: string; accepted_by: string; sealed_name: string }[]> => {
  if (personIds.length === 0) return []
  const rows = await tables(db)
    .selectFrom('staff_invitation')
    .select(['id', 'accepted_by', 'sealed_name'])
    .where('accepted_by', 'in', [...personIds])
    .where('given_at', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.flatMap((row) => (row.accepted_by === null ? [] : [{ ...row, accepted_by: row.accepted_by }]))
}

/** False when its role was given already, or it was taken back before. */
export const withdrawInvitation = async (db: Db, id: string, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tables(db)
    .updateTable('staff_invitation')
    .set({ withdrawn_at: now.toISOString() })
    .where('id', '=', id)
    .where('given_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Undefined when it was taken back or accepted before, or is too old. */
export const acceptInvitation = (
  db: Db,
  id: string,
  { personId, key, isGiven }: { personId: string; key: DeskKey; isGiven: boolean },
  now: Date,
): Promise<InvitationRow | undefined> =>
  tables(db)
    .updateTable('staff_invitation')
    .set({
      accepted_by: personId,
      accepted_at: now.toISOString(),
      desk_key: key,
      given_at: isGiven ? now.toISOString() : null,
    })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .returningAll()
    .executeTakeFirst()

/** Accepted before the authenticator app was set up: now that it is, their roles count. */
export const giveAccepted = (db: Db, personId: string, now: Date): Promise<InvitationRow[]> =>
  tables(db)
    .updateTable('staff_invitation')
    .set({ given_at: now.toISOString() })
    .where('accepted_by', '=', personId)
    .where('given_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .returningAll()
    .execute()

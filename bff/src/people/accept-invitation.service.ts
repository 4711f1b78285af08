import { AppError } from '@little-bench/shared/kernel/errors'
import type { DeskKey } from '@little-bench/shared/people/staff'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { listAccounts, setReachesDesk } from '../wechat/index.ts'
import { isStaff } from './desk.policy.ts'
import { scopeOf } from './invite-staff.service.ts'
import { maskName } from './mask.ts'
import { spendCodeOfAnywhere } from './one-time-code.service.ts'
import { findPersonById, lockAccount, renamePerson } from './person.repository.ts'
import { findContact } from './person-contact.repository.ts'
import { SEALED_SIGN_IN } from './sealed-sign-in.ts'
import type { SessionRow } from './session.repository.ts'
import { openDesk } from './session.service.ts'
import { acceptInvitation, type InvitationRow } from './staff-invitation.repository.ts'
import { giveRole, holdStaffRoles } from './staff-role.repository.ts'
import { hasTotp, insertTotp } from './totp.repository.ts'
import { newTotpSecret } from './totp.ts'

/** What an authenticator app needs; shown once. */
export type ShownSecret = { secret: string; address: string }

/**
 * Takes the role of an invitation into the account of a session. With WeChat it counts and the desk opens at once;
 * otherwise once the first code of an authenticator app was shown. Errors: `code_invalid`, `wechat_session_needed`,
 * `desk_is_locked` for staff who want another key without having shown theirs.
 */
export const acceptStaffInvitation = (
  context: Context,
  session: SessionRow,
  { code, key }: { code: string; key: DeskKey },
): Promise<ShownSecret | null> => {
  const now = context.clock.now()
  const { person_id: personId } = session
  const take = async (trx: Trx, isGiven: boolean): Promise<InvitationRow> => {
    const typed = { purpose: 'staff_invitation', typed: code, usedBy: personId } as const
    const id = await spendCodeOfAnywhere(context, trx, typed, now)
    const invitation = await acceptInvitation(trx, id, { personId, key, isGiven }, now)
    if (!invitation) throw new AppError('code_invalid')
    if (isGiven) await giveInvited(context, trx, personId, invitation)
    return invitation
  }
  return inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
    if (!(await lockAccount(trx, personId))) throw new AppError('unauthenticated')
    if (key === 'wechat') {
      await openWechatDesk(trx, session)
      await take(trx, true)
      await openDesk(trx, session, now)
      return null
    }
    // Whoever has an app set up keeps it: a paper that somebody else found must not put theirs in its place.
    const isSetUp = await hasTotp(trx, personId)
    if (!isSetUp) await requireOpenDesk(trx, session)
    const invitation = await take(trx, isSetUp)
    return isSetUp ? null : startTotp(context, trx, invitation, now)
  })
}

/** Only the WeChat account that is here now becomes a key: another of the same person may be on another phone. */
const openWechatDesk = async (trx: Trx, session: SessionRow): Promise<void> => {
  const { person_id: personId, wechat_account_id: accountId } = session
  const account = (await listAccounts(trx, personId)).find(({ id }) => id === accountId)
  if (!account) throw new AppError('wechat_session_needed')
  if (account.reachesDesk) return
  await requireOpenDesk(trx, session)
  await setReachesDesk(trx, account.id, true)
}

/**
 * Whoever works here already gets another key only with the one that they have: a number that was taken over and any
 * invitation at all would open everything that is theirs.
 */
const requireOpenDesk = async (trx: Trx, { person_id: personId, reaches_desk: isOpen }: SessionRow): Promise<void> => {
  const person = await findPersonById(trx, personId)
  if (!isOpen && isStaff(person?.roles ?? [])) throw new AppError('desk_is_locked')
}

/** Gives the role of an invitation, and its name to whoever gave none. */
export const giveInvited = async (
  context: Context,
  trx: Trx,
  personId: string,
  invitation: InvitationRow,
): Promise<void> => {
  await holdStaffRoles(trx)
  await giveRole(trx, personId, scopeOf(invitation))
  const contact = await findContact(trx, personId)
  if (contact && contact.sealed_name === null) await renamePerson(trx, personId, maskName(nameOf(context, invitation)))
}

const nameOf = ({ sealer }: Context, { id, sealed_name }: InvitationRow): string =>
  sealer.open(sealed_name, SEALED_SIGN_IN.invitedName.purposeOf(id))

const startTotp = async (context: Context, trx: Trx, invitation: InvitationRow, now: Date): Promise<ShownSecret> => {
  const shown = newTotpSecret(nameOf(context, invitation))
  const id = uuidv7()
  const inserted = await insertTotp(trx, {
    id,
    person_id: invitation.accepted_by ?? '',
    sealed_secret: context.sealer.seal(shown.secret, SEALED_SIGN_IN.totpSecret.purposeOf(id)),
    created_at: now.toISOString(),
  })
  if (!inserted) throw new AppError('code_invalid')
  return shown
}

import { AppError } from '@little-bench/shared/kernel/errors'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { endCodes } from './one-time-code.repository.ts'
import { type KeptCode, makeCode, type ShownCode, showCode } from './one-time-code.service.ts'
import { SEALED_SIGN_IN } from './sealed-sign-in.ts'
import { assignmentOf, type GivenRole, isKnownScope, mayGive, type StaffAssignment } from './staff.policy.ts'
import { presentInvitation } from './staff.presenter.ts'
import {
  findInvitation,
  type InvitationRow,
  insertInvitation,
  listOpenInvitationsBy,
  withdrawInvitation,
} from './staff-invitation.repository.ts'

const PURPOSE = 'staff_invitation'

/** What a role reaches, as an invitation names it. */
export const scopeOf = (row: InvitationRow): StaffAssignment => ({
  role: row.role,
  communityId: row.community_id,
  gridCellId: row.grid_cell_id,
  unitId: row.unit_id,
})

/** Invites a colleague: one person, one role, one code. Errors: `role_not_yours_to_give`, `unknown_scope`. */
export const inviteStaff = async (
  context: Context,
  viewer: Viewer,
  { name, given }: { name: string; given: GivenRole },
  write: Write,
) => {
  const now = context.clock.now()
  const assignment = assignmentOf(given)
  const kept = await inTransaction(context.db, now, write, async (trx) => {
    if (!mayGive(viewer.roles, assignment)) throw new AppError('role_not_yours_to_give')
    return makeInvitation(context, trx, { name, assignment, invitedBy: viewer.personId }, now)
  })
  const { id, expiresAt } = kept
  return {
    invitation: presentInvitation({ ...assignment, id, name, expiresAt }, context.config(), viewer.language),
    code: showCode(context, PURPOSE, kept),
  }
}

/** `invitedBy` is null for the first one, made where the system runs. Errors: `unknown_scope`. */
const makeInvitation = async (
  context: Pick<Context, 'sealer' | 'config'>,
  trx: Trx,
  { name, assignment, invitedBy }: { name: string; assignment: StaffAssignment; invitedBy: string | null },
  now: Date,
): Promise<KeptCode & { id: string }> => {
  if (!isKnownScope(context.config(), assignment)) throw new AppError('unknown_scope')
  const id = uuidv7()
  const { role, communityId, gridCellId, unitId } = assignment
  const subject = { purpose: PURPOSE, communityId, subjectId: id, madeBy: invitedBy } as const
  const code = await makeCode(context, trx, subject, now)
  await insertInvitation(trx, {
    id,
    sealed_name: context.sealer.seal(name, SEALED_SIGN_IN.invitedName.purposeOf(id)),
    role,
    community_id: communityId,
    grid_cell_id: gridCellId,
    unit_id: unitId,
    invited_by: invitedBy,
    created_at: now.toISOString(),
    expires_at: code.expiresAt,
  })
  return { ...code, id }
}

/** The first invitation on a new system, whose code is read where it runs. */
export const inviteFirst = async (
  context: Pick<Context, 'db' | 'sealer' | 'config'>,
  { name, given }: { name: string; given: GivenRole },
  now: Date,
): Promise<ShownCode> => {
  const assignment = assignmentOf(given)
  const kept = await inTransaction(context.db, now, PLAIN_WRITE, (trx) =>
    makeInvitation(context, trx, { name, assignment, invitedBy: null }, now),
  )
  return showCode(context, PURPOSE, kept)
}

/** Takes an invitation back whose role nobody has. Errors: `not_found`, also for one that is not the viewer's to give. */
export const withdrawStaffInvitation = (context: Context, viewer: Viewer, id: string): Promise<void> => {
  const now = context.clock.now()
  return inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
    const invitation = await findInvitation(trx, id)
    if (!invitation || !mayGive(viewer.roles, scopeOf(invitation))) throw new AppError('not_found')
    if (!(await takeInvitationBack(trx, id, now))) throw new AppError('not_found')
  })
}

const takeInvitationBack = async (trx: Trx, id: string, now: Date): Promise<boolean> => {
  const wasOpen = await withdrawInvitation(trx, id, now)
  if (wasOpen) await endCodes(trx, { purpose: PURPOSE, subjectId: id }, now)
  return wasOpen
}

/** Whatever somebody invited to who may not any more: a code that they kept must not bring them back. */
export const withdrawInvitationsOf = async (
  trx: Trx,
  { personId, roles }: { personId: string; roles: Viewer['roles'] },
  now: Date,
): Promise<void> => {
  for (const row of await listOpenInvitationsBy(trx, personId, now)) {
    if (!mayGive(roles, scopeOf(row))) await takeInvitationBack(trx, row.id, now)
  }
}

import { AppError } from '@little-bench/shared/kernel/errors'
import type { Context } from '../platform/context.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { listAccounts, setReachesDesk } from '../wechat/index.ts'
import { isStaff } from './desk.policy.ts'
import { withdrawInvitationsOf } from './invite-staff.service.ts'
import { findPersonById } from './person.repository.ts'
import { deleteDeskSessions } from './session.repository.ts'
import { assignmentOf, type GivenRole, mayGive } from './staff.policy.ts'
import { countWithRole, endRole, holdStaffRoles } from './staff-role.repository.ts'
import { deleteTotp } from './totp.repository.ts'

/**
 * Ends a role of somebody who leaves, and every session in which they reach a desk; what they invited to
 * and may not any more is taken back, and with the last role go the keys of their desk. Errors: `role_not_yours_to_give`, `not_found`, `last_administrator`.
 */
export const endStaffRole = (
  context: Context,
  viewer: Viewer,
  { personId, given }: { personId: string; given: GivenRole },
  write: Write,
): Promise<{ hasEnded: true }> => {
  const now = context.clock.now()
  const assignment = assignmentOf(given)
  return inTransaction(context.db, now, write, async (trx) => {
    if (!mayGive(viewer.roles, assignment)) throw new AppError('role_not_yours_to_give')
    await holdStaffRoles(trx)
    if (!(await endRole(trx, personId, assignment))) throw new AppError('not_found')
    if (assignment.role === 'admin' && (await countWithRole(trx, 'admin')) === 0)
      throw new AppError('last_administrator')
    await deleteDeskSessions(trx, personId)
    const { roles } = (await findPersonById(trx, personId)) ?? { roles: [] }
    await withdrawInvitationsOf(trx, { personId, roles }, now)
    if (!isStaff(roles)) {
      await deleteTotp(trx, personId)
      for (const { id } of await listAccounts(trx, personId)) await setReachesDesk(trx, id, false)
    }
    return { hasEnded: true as const }
  })
}

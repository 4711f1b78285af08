import type { Language } from '@little-bench/shared/kernel/language'
import { staffEndpoints } from '@little-bench/shared/people/endpoints'
import { staffContract } from '@little-bench/shared/people/staff.contract'
import type { Context } from '../platform/context.ts'
import type { Mount } from '../platform/http/mount.ts'
import type { Log } from '../platform/log/log.ts'
import { acceptStaffInvitation } from './accept-invitation.service.ts'
import { confirmTotp } from './confirm-totp.service.ts'
import { endStaffRole } from './end-staff-role.service.ts'
import { inviteStaff, withdrawStaffInvitation } from './invite-staff.service.ts'
import { listStaff } from './list-staff.service.ts'
import { presentOwnPerson } from './person.presenter.ts'
import { personIn, sessionOf } from './session.service.ts'

/** Who works here, and how they prove it. */
export const mountStaff = (mount: Mount, context: Context, log: Log): void => {
  const asking = (token: string | undefined) => sessionOf(context.db, token, context.clock.now())
  /** Who the caller is now in their session, and what it reaches. */
  const present = async (token: string | undefined, language: Language) => {
    const { person, desk } = await personIn(context.db, await asking(token))
    return { person: await presentOwnPerson(context, person, language), desk }
  }
  mount(staffEndpoints, staffContract, {
    listStaff: async ({ viewer }) => ({ ...(await listStaff(context, viewer)), nextCursor: null }),
    inviteStaff: ({ viewer, body, write }) => inviteStaff(context, viewer, body, write),
    withdrawStaffInvitation: async ({ viewer, params }) => {
      await withdrawStaffInvitation(context, viewer, params.invitationId)
      return { isWithdrawn: true }
    },
    endStaffRole: ({ viewer, params, body, write }) => endStaffRole(context, viewer, { ...params, ...body }, write),
    acceptStaffInvitation: async ({ token, body, language }) => {
      const totp = await acceptStaffInvitation(context, await asking(token), body)
      return { ...(await present(token, language)), totp }
    },
    confirmTotp: async ({ token, body, language }) => {
      const { expiresAt } = await confirmTotp(context, log, await asking(token), body.code)
      return { ...(await present(token, language)), expiresAt: expiresAt.toISOString() }
    },
  })
}

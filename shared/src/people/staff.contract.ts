import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { CommunityId, GridCellId, PersonId, StaffInvitationId, UnitId } from '../kernel/ids.ts'
import { instant } from '../kernel/page.ts'
import { Person, RoleAssignment } from './contract.ts'
import { personName } from './counter.contract.ts'
import { staffEndpoints } from './endpoints.ts'
import { OneTimeCode, typedCode } from './profile.contract.ts'
import { DESKS, TOTP_DIGITS } from './sign-in.ts'
import { DESK_KEYS, hasScopeOfRole, STAFF_ROLES } from './staff.ts'

const GivenRole = z
  .object({
    role: z.enum(STAFF_ROLES),
    communityId: CommunityId.optional(),
    gridCellId: GridCellId.optional(),
    unitId: UnitId.optional(),
  })
  .refine(hasScopeOfRole, { path: ['role'], message: 'role_scope_invalid' })

export const StaffInvitation = z
  .object({ id: StaffInvitationId, name: z.string(), role: RoleAssignment, expiresAt: instant })
  .meta({ id: 'StaffInvitation' })
export type StaffInvitation = z.infer<typeof StaffInvitation>

export const StaffMember = z
  .object({
    personId: PersonId,
    name: z.string(),
    roles: z.array(RoleAssignment),
    /** By what they open their desk; empty for demonstration people. */
    deskKeys: z.array(z.enum(DESK_KEYS)),
  })
  .meta({ id: 'StaffMember' })
export type StaffMember = z.infer<typeof StaffMember>

/** A unit above the communities, and the role whose people work there. */
export const StaffUnit = z
  .object({ id: UnitId, name: z.string(), role: z.enum(['subdistrict_staff', 'department_staff']) })
  .meta({ id: 'StaffUnit' })
export type StaffUnit = z.infer<typeof StaffUnit>

export const staffContract = contract(staffEndpoints, {
  listStaff: {
    summary: 'Who works here and who is invited, as far as the caller may give or end their roles',
    permission: 'staff.invite',
    delegation: 'nobody',
    ok: [
      200,
      z.object({
        items: z.array(StaffMember),
        invitations: z.array(StaffInvitation),
        /** Into which units the caller may invite. */
        units: z.array(StaffUnit),
        nextCursor: z.null(),
      }),
    ],
    errors: [],
  },
  inviteStaff: {
    summary: 'Invite a colleague: a code for one person and one role, which works once and for three days',
    permission: 'staff.invite',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    body: z.object({ name: personName, given: GivenRole }),
    ok: [201, z.object({ invitation: StaffInvitation, code: OneTimeCode })],
    errors: ['role_not_yours_to_give', 'unknown_scope'],
  },
  withdrawStaffInvitation: {
    summary: 'Take an invitation back that nobody has accepted',
    permission: 'staff.invite',
    delegation: 'nobody',
    params: z.object({ invitationId: StaffInvitationId }),
    ok: [200, z.object({ isWithdrawn: z.literal(true) })],
    errors: [],
  },
  endStaffRole: {
    summary: 'End a role of somebody who leaves; every desk that they have open shuts at once',
    permission: 'staff.invite',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: z.object({ personId: PersonId }),
    body: z.object({ given: GivenRole }),
    ok: [200, z.object({ hasEnded: z.literal(true) })],
    errors: ['role_not_yours_to_give', 'last_administrator'],
  },
  acceptStaffInvitation: {
    summary:
      'Take the role of an invitation into the account that is signed in: with WeChat the desk opens at once, otherwise an authenticator app is set up first',
    permission: 'session',
    delegation: 'nobody',
    rateLimit: 'code',
    body: z.object({ code: typedCode, key: z.enum(DESK_KEYS) }),
    ok: [
      200,
      z.object({
        person: Person,
        desk: z.enum(DESKS),
        /** What the authenticator app needs; shown once, null when the desk is open already. */
        totp: z.object({ secret: z.string(), address: z.string() }).nullable(),
      }),
    ],
    errors: ['code_invalid', 'wechat_session_needed', 'desk_is_locked'],
  },
  confirmTotp: {
    summary:
      'Show a code of the authenticator app: the first one finishes its set-up, every one opens the desk in this session',
    permission: 'session',
    delegation: 'nobody',
    rateLimit: 'code',
    body: z.object({
      code: z
        .string()
        .max(20)
        .transform((typed) => typed.normalize('NFKC').replace(/\s/g, ''))
        .refine((code) => new RegExp(`^\\d{${TOTP_DIGITS}}$`).test(code), { message: 'phone_code_invalid' }),
    }),
    ok: [
      200,
      z.object({ person: Person, desk: z.enum(DESKS), /** Staff sign in anew each working day. */ expiresAt: instant }),
    ],
    errors: ['totp_wrong', 'totp_paused', 'totp_missing'],
  },
})

import type { LoadedConfig } from '@little-bench/config/model'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { DeskKey } from '@little-bench/shared/people/staff'
import type { StaffInvitation, StaffMember, StaffUnit } from '@little-bench/shared/people/staff.contract'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { listDeskHolders } from '../wechat/index.ts'
import { scopeOf } from './invite-staff.service.ts'
import { presentRole } from './person.presenter.ts'
import { SEALED_SIGN_IN } from './sealed-sign-in.ts'
import { mayGive } from './staff.policy.ts'
import { presentInvitation } from './staff.presenter.ts'
import { listInvitedNames, listOpenInvitations } from './staff-invitation.repository.ts'
import { listStaffRoles } from './staff-role.repository.ts'
import { listTotpHolders } from './totp.repository.ts'

interface Listed {
  items: z.input<typeof StaffMember>[]
  invitations: z.input<typeof StaffInvitation>[]
  units: z.input<typeof StaffUnit>[]
}

/** Who works here and who is invited: of each the roles that the viewer may give or end, and no other. */
export const listStaff = async (context: Context, viewer: Viewer): Promise<Listed> => {
  const { db } = context
  const held = (await listStaffRoles(db)).filter((role) => mayGive(viewer.roles, role))
  const names = new Map(held.map(({ personId, name }) => [personId, name]))
  const ids = [...names.keys()]
  for (const { id, accepted_by: personId, sealed_name } of await listInvitedNames(db, ids)) {
    names.set(personId, openName(context, { id, sealed_name }))
  }
  const keys = await deskKeysOf(context, ids)
  const config = context.config()
  const invitations = (await listOpenInvitations(db, context.clock.now())).filter((row) =>
    mayGive(viewer.roles, scopeOf(row)),
  )
  return {
    items: [...names].map(([personId, name]) => ({
      personId,
      name,
      roles: held
        .filter((role) => role.personId === personId)
        .map((role) => presentRole(role, config, viewer.language)),
      deskKeys: keys(personId),
    })),
    invitations: invitations.map((row) => {
      const invitation = { ...scopeOf(row), id: row.id, name: openName(context, row), expiresAt: row.expires_at }
      return presentInvitation(invitation, config, viewer.language)
    }),
    units: unitsOf(config, viewer.language).filter(({ id, role }) =>
      mayGive(viewer.roles, { role, communityId: null, gridCellId: null, unitId: id }),
    ),
  }
}

const unitsOf = ({ units }: LoadedConfig, language: Language) =>
  [...units.values()].map(({ id, name, kind }) => ({
    id,
    name: inLanguage(name, language),
    role: kind === 'subdistrict' ? ('subdistrict_staff' as const) : ('department_staff' as const),
  }))

/** As whoever invited them called them: they know their colleagues, and residents' names stay masked. */
const openName = ({ sealer }: Context, { id, sealed_name }: { id: string; sealed_name: string }): string =>
  sealer.open(sealed_name, SEALED_SIGN_IN.invitedName.purposeOf(id))

const deskKeysOf = async ({ db }: Context, ids: readonly string[]) => {
  const byWechat = new Set(await listDeskHolders(db, ids))
  const byTotp = new Set(await listTotpHolders(db, ids))
  return (personId: string): DeskKey[] => [
    ...(byWechat.has(personId) ? (['wechat'] as const) : []),
    ...(byTotp.has(personId) ? (['totp'] as const) : []),
  ]
}

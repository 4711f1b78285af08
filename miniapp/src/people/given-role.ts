import type { Person } from '@little-bench/shared/people/contract'
import { SCOPE_OF_ROLE } from '@little-bench/shared/people/roles'
import { mayGiveRole, STAFF_ROLES, type StaffRole } from '@little-bench/shared/people/staff'
import type { GivenRole } from './staff.api'

type Held = Person['roles']
type HeldRole = Held[number]

const isStaffRole = (role: string): role is StaffRole => STAFF_ROLES.some((each) => each === role)

/** A role that somebody has, as it is named to end it; undefined for a resident's. */
export const givenRoleOf = ({ role, communityId, gridCellId, unitId }: HeldRole): GivenRole | undefined => {
  if (!isStaffRole(role)) return undefined
  return scoped(role, { communityId, gridCellId, unitId })
}

interface Place {
  communityId: string | null
  gridCellId: string | null
  unitId: string | null
}

/** What somebody may invite to: for a community where theirs reaches, or for the whole town. */
export const rolesToGive = (held: Held): StaffRole[] => {
  const places = [null, ...held.map(({ communityId }) => communityId)]
  return STAFF_ROLES.filter((role) => places.some((communityId) => mayGiveRole(held, { role, communityId })))
}

/** The communities into which somebody may invite to that role; `all` are those that are served. */
export const communitiesToGive = <C extends { id: string }>(held: Held, role: StaffRole, all: readonly C[]): C[] =>
  all.filter(({ id }) => mayGiveRole(held, { role, communityId: id }))

export interface RoleFields extends Place {
  role: StaffRole | null
}

export const NO_ROLE: RoleFields = { role: null, communityId: null, gridCellId: null, unitId: null }

export const MISSING = ['role', 'communityId', 'gridCellId', 'unitId'] as const
type Missing = (typeof MISSING)[number]

/** Which part of the role is not chosen yet, the first of them. */
export const missingOf = (fields: RoleFields): Missing | undefined => {
  if (fields.role === null) return 'role'
  const scope = SCOPE_OF_ROLE[fields.role]
  if (scope === 'unit') return fields.unitId ? undefined : 'unitId'
  if (scope === 'everywhere') return undefined
  if (!fields.communityId) return 'communityId'
  return scope === 'grid_cell' && !fields.gridCellId ? 'gridCellId' : undefined
}

/** The role as it is sent; undefined while something is missing. */
export const roleToGive = (fields: RoleFields): GivenRole | undefined =>
  fields.role === null || missingOf(fields) ? undefined : scoped(fields.role, fields)

const scoped = (role: StaffRole, { communityId, gridCellId, unitId }: Place): GivenRole => {
  const scope = SCOPE_OF_ROLE[role]
  const isInCommunity = scope === 'community' || scope === 'grid_cell'
  return {
    role,
    ...(isInCommunity && communityId ? { communityId } : {}),
    ...(scope === 'grid_cell' && gridCellId ? { gridCellId } : {}),
    ...(scope === 'unit' && unitId ? { unitId } : {}),
  }
}

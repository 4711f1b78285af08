export const ROLES = [
  'resident',
  'grid_worker',
  'grid_leader',
  'community_staff',
  'subdistrict_staff',
  'department_staff',
  'mediation_committee',
  'mediator',
  'kitchen',
  'childcare_worker',
  'visiting_worker',
  'admin',
] as const
export type Role = (typeof ROLES)[number]

/** What a role is scoped to; each scope names the unit, community or grid cells that it reaches, and nothing else. */
export type RoleScope = 'community' | 'grid_cell' | 'unit' | 'everywhere'

export const SCOPE_OF_ROLE: Record<Role, RoleScope> = {
  resident: 'community',
  grid_worker: 'grid_cell',
  grid_leader: 'grid_cell',
  community_staff: 'community',
  subdistrict_staff: 'unit',
  department_staff: 'unit',
  mediation_committee: 'community',
  mediator: 'community',
  kitchen: 'community',
  childcare_worker: 'community',
  visiting_worker: 'grid_cell',
  admin: 'everywhere',
}

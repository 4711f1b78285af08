import type { Language } from '@little-bench/shared/kernel/language'
import type { Role } from '@little-bench/shared/people/roles'

/** One role of a person and what it reaches. */
export interface RoleAssignment {
  role: Role
  communityId: string | null
  gridCellId: string | null
  unitId: string | null
}

/** Who calls, and in which language they are answered. */
export interface Viewer {
  personId: string
  name: string
  roles: readonly RoleAssignment[]
  language: Language
}

/** The viewer behind a bearer token; null when it is unknown, ended or expired. */
export type Authenticate = (token: string) => Promise<Omit<Viewer, 'language'> | null>

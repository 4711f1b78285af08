import type { LocalText } from '../kernel/language.ts'
import type { Role } from '../people/roles.ts'

/** Roles that go to people's doors, as whoever opens reads them. */
export const VISITOR_ROLES = [
  'visiting_worker',
  'grid_worker',
  'grid_leader',
  'community_staff',
] as const satisfies Role[]
export type VisitorRole = (typeof VISITOR_ROLES)[number]

export const VISITOR_ROLE_TEXT: Record<VisitorRole, LocalText> = {
  visiting_worker: { zh: '上门服务人员' },
  grid_worker: { zh: '网格员' },
  grid_leader: { zh: '网格长' },
  community_staff: { zh: '社区工作人员' },
}

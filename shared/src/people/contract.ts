import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { CommunityId, GridCellId, PersonId, UnitId } from '../kernel/ids.ts'
import { instant } from '../kernel/page.ts'
import { peopleEndpoints } from './endpoints.ts'
import { ROLES } from './roles.ts'

export const RoleAssignment = z
  .object({
    role: z.enum(ROLES),
    /** What the role reaches, in the caller's language: 「绕赛社区 · 第一网格」. */
    scopeName: z.string(),
    communityId: CommunityId.nullable(),
    gridCellId: GridCellId.nullable(),
    unitId: UnitId.nullable(),
  })
  .meta({ id: 'RoleAssignment' })

export const Person = z
  .object({
    id: PersonId,
    /** The person's own name; demonstration people carry role names. */
    name: z.string(),
    roles: z.array(RoleAssignment),
  })
  .meta({ id: 'Person' })
export type Person = z.infer<typeof Person>

const done = z.object({ ended: z.number().int() })

export const peopleContract = contract(peopleEndpoints, {
  listDemoPeople: {
    summary: 'The demonstration people one may sign in as; 404 unless the server runs with DEMO=1',
    permission: 'anyone',
    delegation: 'anybody',
    ok: [200, z.object({ items: z.array(Person) })],
    errors: [],
  },
  startDemoSession: {
    summary: 'Sign in as a demonstration person; 404 unless the server runs with DEMO=1',
    permission: 'anyone',
    delegation: 'nobody',
    rateLimit: 'sign_in',
    body: z.object({ personId: PersonId }),
    ok: [201, z.object({ token: z.string(), expiresAt: instant, person: Person })],
    errors: [],
  },
  getMe: {
    summary: 'Who is signed in, and in which roles',
    permission: 'session',
    delegation: 'anybody',
    ok: [200, Person],
    errors: [],
  },
  endSession: {
    summary: 'Sign out on this device, also whoever reaches one case alone',
    permission: 'anyone',
    delegation: 'nobody',
    ok: [200, done],
    errors: [],
  },
  endAllSessions: {
    summary: 'Sign out on every device',
    permission: 'session',
    delegation: 'nobody',
    ok: [200, done],
    errors: [],
  },
})

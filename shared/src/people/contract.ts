import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { CommunityId, GridCellId, PersonId, UnitId } from '../kernel/ids.ts'
import { LANGUAGES } from '../kernel/language.ts'
import { instant } from '../kernel/page.ts'
import { TEXT_STEPS } from './display.ts'
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

/** How somebody reads, on whatever phone they sign in. */
export const DisplayPreferences = z
  .object({
    language: z.enum(LANGUAGES),
    /** 长辈版. Null: never asked for nor refused, so that each phone decides by how large its own letters are. */
    isElderMode: z.boolean().nullable(),
    textStep: z.enum(TEXT_STEPS),
  })
  .meta({ id: 'DisplayPreferences' })
export type DisplayPreferences = z.infer<typeof DisplayPreferences>

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
    summary: 'Who is signed in, in which roles, and how the caller has chosen to read',
    permission: 'session',
    delegation: 'anybody',
    ok: [
      200,
      Person.extend({
        /** Null until something was chosen. Acting for somebody, still how the caller reads: never the other's choice. */
        display: DisplayPreferences.nullable(),
      }),
    ],
    errors: [],
  },
  saveDisplayPreferences: {
    summary: 'Choose language, 长辈版 and how large the letters are, for every phone on which one signs in',
    permission: 'session',
    delegation: 'nobody',
    body: DisplayPreferences,
    ok: [200, DisplayPreferences],
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

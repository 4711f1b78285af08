import { CommunityId, GridCellId, PersonId, UnitId } from '@little-bench/shared/kernel/ids'
import { CHANNELS } from '@little-bench/shared/notifications/calls'
import { FactContent } from '@little-bench/shared/people/profile.contract'
import { ROLES } from '@little-bench/shared/people/roles'
import { z } from 'zod'
import { localText } from './local-text.ts'
import { phone } from './phone.ts'

const assignment = z.strictObject({
  role: z.enum(ROLES),
  communityId: CommunityId.nullable().default(null),
  gridCellId: GridCellId.nullable().default(null),
  unitId: UnitId.nullable().default(null),
})

/** `demo-people.yaml`: who can be signed in as when DEMO=1; role names, never personal names. */
export const DemoPeopleFile = z.strictObject({
  people: z.array(
    z.strictObject({
      id: PersonId,
      name: localText.refine((name) => name.zh.includes('示范'), 'must say 示范: demonstration people are nobody'),
      phone: phone.nullable().default(null),
      /** How they are told what is done for them. */
      channel: z.enum(CHANNELS).default('inbox'),
      /** False for somebody without the app: the counter knows them, and nobody can be signed in as them. */
      hasAccount: z.boolean().default(true),
      /** What they have said of themselves, or what the counter has verified. */
      facts: z.array(z.strictObject({ content: FactContent, isVerified: z.boolean() })).default([]),
      roles: z.array(assignment).min(1),
    }),
  ),
})
export type DemoPeopleFile = z.infer<typeof DemoPeopleFile>

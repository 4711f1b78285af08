import { CommunityId, GridCellId, PersonId, UnitId } from '@little-bench/shared/kernel/ids'
import { ROLES } from '@little-bench/shared/people/roles'
import { z } from 'zod'
import { localText } from './local-text.ts'

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
      roles: z.array(assignment).min(1),
    }),
  ),
})
export type DemoPeopleFile = z.infer<typeof DemoPeopleFile>

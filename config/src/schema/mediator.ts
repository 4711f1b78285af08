import { GridCellId, MediatorId, PersonId } from '@little-bench/shared/kernel/ids'
import { MEDIATION_LANGUAGES } from '@little-bench/shared/mediation/contract'
import { DISPUTE_KINDS, MEDIATOR_ROLES } from '@little-bench/shared/mediation/kinds'
import { z } from 'zod'
import { demo } from './demo.ts'
import { localText } from './local-text.ts'

/** `<community>/mediators.yaml`: cards that a demonstration begins with. The real ones are kept by the committee in the desk. */
export const MediatorsFile = z.strictObject({
  mediators: z.array(
    z
      .strictObject({
        id: MediatorId,
        /** A role and no name. */
        name: localText,
        role: z.enum(MEDIATOR_ROLES),
        languages: z.array(z.enum(MEDIATION_LANGUAGES)).min(1),
        gridCellIds: z.array(GridCellId).default([]),
        kinds: z.array(z.enum(DISPUTE_KINDS)).min(1),
        about: localText.nullable().default(null),
        isOnLeave: z.boolean().default(false),
        /** Of `demo-people.yaml`: whoever works with the card. */
        demoPersonId: PersonId.nullable().default(null),
        demo,
      })
      .refine(({ name, demo: isDemo }) => isDemo && name.zh.includes('示范'), {
        path: ['name'],
        message: 'must say 示范, with demo: true: real mediators are kept in the desk, not in a file',
      }),
  ),
})
export type MediatorsFile = z.infer<typeof MediatorsFile>

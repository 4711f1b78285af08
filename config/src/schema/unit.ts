import { QueueId, UnitId } from '@little-bench/shared/kernel/ids'
import { z } from 'zod'
import { demo } from './demo.ts'
import { localText } from './local-text.ts'
import { phone } from './phone.ts'

export const UNIT_KINDS = ['subdistrict', 'department', 'committee', 'property_company'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** `units.yaml`: who owns queues above a community. */
export const UnitsFile = z.strictObject({
  units: z.array(
    z.strictObject({
      id: UnitId,
      name: localText,
      kind: z.enum(UNIT_KINDS),
      queueId: QueueId,
      phone: phone.nullable().default(null),
      demo,
    }),
  ),
})
export type UnitsFile = z.infer<typeof UnitsFile>

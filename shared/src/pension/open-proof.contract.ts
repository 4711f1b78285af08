import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { CommunityId, GridCellId, PersonId } from '../kernel/ids.ts'
import { pageOf, pageQuery, serviceDate } from '../kernel/page.ts'
import { openProofEndpoints } from './endpoints.ts'
import { PROOF_WAYS, VISIT_STATES } from './ways.ts'
import { PROOF_STATUSES } from './windows.ts'

/** Somebody whose proof of life is open, as staff of their grid cell or the counter see it. */
export const OpenProof = z
  .object({
    personId: PersonId,
    name: z.string(),
    gridCellName: z.string().nullable(),
    placeName: z.string().nullable(),
    status: z.enum(PROOF_STATUSES),
    dueOn: serviceDate,
    way: z.enum(PROOF_WAYS).nullable(),
    /** When they were last reminded, by app or by a call. */
    remindedOn: serviceDate.nullable(),
    visitState: z.enum(VISIT_STATES).nullable(),
  })
  .meta({ id: 'OpenProof' })
export type OpenProof = z.infer<typeof OpenProof>

export const openProofContract = contract(openProofEndpoints, {
  listOpenProofsOfLife: {
    summary: 'Who has not done it yet, by grid cell, the next due first; grid workers see their own cells',
    permission: 'proof.follow',
    delegation: 'nobody',
    params: z.object({ communityId: CommunityId }),
    query: z.object({ ...pageQuery, gridCellId: GridCellId.optional() }),
    ok: [200, pageOf(OpenProof).extend({ open: z.int() })],
    errors: [],
  },
})

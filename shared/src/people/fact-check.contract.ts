import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { CommunityId, FactId, PersonId } from '../kernel/ids.ts'
import { pageOf, pageQuery, serviceDate } from '../kernel/page.ts'
import { factCheckEndpoints } from './endpoints.ts'
import { EVIDENCE, FACT_REFUSALS } from './facts.ts'
import { Fact, FactContent } from './profile.contract.ts'

/** A claim that waits for somebody who has seen the evidence. */
export const FactToVerify = z
  .object({
    fact: Fact,
    /** The name is masked. */
    resident: z.object({ id: PersonId, name: z.string() }),
    /** The courtyard where they say they live; null when they have not said. */
    placeName: z.string().nullable(),
  })
  .meta({ id: 'FactToVerify' })
export type FactToVerify = z.infer<typeof FactToVerify>

/** Today or later, and not later than the rule of the kind says; without it the rule decides. */
const verifiedUntil = serviceDate.optional()

export const FactDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('verify'), factId: FactId, evidence: z.enum(EVIDENCE), verifiedUntil }),
  z.object({ decision: z.literal('refuse'), factId: FactId, refusal: z.enum(FACT_REFUSALS) }),
  z.object({
    decision: z.literal('record'),
    content: FactContent,
    evidence: z.enum(EVIDENCE),
    /** The consent text was read to them and they agreed. */
    hasConsent: z.literal(true),
    verifiedUntil,
  }),
])
export type FactDecision = z.infer<typeof FactDecision>

export const factCheckContract = contract(factCheckEndpoints, {
  listFactsToVerify: {
    summary:
      'Claims that the caller may verify, the longest waiting first: of the whole community, or of their own grid cells; each read leaves a line',
    permission: 'fact.verify',
    delegation: 'nobody',
    params: z.object({ communityId: CommunityId }),
    query: z.object(pageQuery),
    ok: [200, pageOf(FactToVerify)],
    errors: [],
  },
  verifyResidentFact: {
    summary: 'Confirm a claim after seeing the evidence, refuse it, or record what was shown at the counter',
    permission: 'fact.verify',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: z.object({ communityId: CommunityId, personId: PersonId }),
    body: FactDecision,
    ok: [200, Fact],
    errors: ['fact_not_open', 'evidence_not_accepted', 'fact_value_impossible', 'unknown_place'],
  },
})

import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { freeText } from '../kernel/free-text.ts'
import { CommunityId, FactId, HouseholdId, PersonId, PlaceId } from '../kernel/ids.ts'
import { instant, serviceDate } from '../kernel/page.ts'
import { profileEndpoints } from './endpoints.ts'
import { FACT_KINDS, FACT_REFUSALS, FACT_STATES } from './facts.ts'

/** As it was typed; spaces and hyphens do not matter. */
export const typedCode = z.string().min(1).max(40)

const MAX_WORKPLACE = 60

/** One kind of fact with its value; what stands here is all that may be known. */
export const FactContent = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('birth_date'), value: z.object({ on: serviceDate }) }),
    z.object({ kind: z.literal('residence'), value: z.object({ communityId: CommunityId, placeId: PlaceId }) }),
    z.object({
      kind: z.literal('workplace'),
      value: z.object({ communityId: CommunityId, name: freeText(MAX_WORKPLACE) }),
    }),
    z.object({ kind: z.literal('disability'), value: z.object({ hasCertificate: z.literal(true) }) }),
    z.object({ kind: z.literal('limited_mobility'), value: z.object({ needsVisit: z.literal(true) }) }),
    z.object({ kind: z.literal('living_alone'), value: z.object({ livesAlone: z.literal(true) }) }),
    z.object({
      kind: z.literal('language'),
      value: z.object({ language: z.enum(['zh', 'bo']), needsInterpreter: z.boolean() }),
    }),
  ])
  .meta({ id: 'FactContent' })

export const Fact = z
  .object({
    id: FactId,
    kind: z.enum(FACT_KINDS),
    content: FactContent,
    /** The value in words, in the caller's language: 「1949年10月1日」「东孜苏3巷7号」. */
    said: z.string(),
    state: z.enum(FACT_STATES),
    /** A claim that would replace a verified fact of the same kind, which counts until then. */
    isCorrection: z.boolean(),
    claimedAt: instant,
    verifiedOn: serviceDate.nullable(),
    /** The last day of the verification; null for ever or not verified. */
    verifiedUntil: serviceDate.nullable(),
    refusal: z.enum(FACT_REFUSALS).nullable(),
  })
  .meta({ id: 'Fact' })
export type Fact = z.infer<typeof Fact>

export const HouseholdMember = z
  .object({ personId: PersonId, name: z.string(), isYou: z.boolean(), joinedAt: instant })
  .meta({ id: 'HouseholdMember' })

export const Household = z
  .object({
    id: HouseholdId,
    communityId: CommunityId,
    placeId: PlaceId,
    placeName: z.string(),
    members: z.array(HouseholdMember),
  })
  .meta({ id: 'Household' })
export type Household = z.infer<typeof Household>

/** Twelve digits that work once; shown to whoever made them, never again. */
export const OneTimeCode = z.object({ code: z.string(), expiresAt: instant }).meta({ id: 'OneTimeCode' })
export type OneTimeCode = z.infer<typeof OneTimeCode>

export const profileContract = contract(profileEndpoints, {
  listMyFacts: {
    summary: 'What is known about the caller, by kind: claimed, verified, or refused lately',
    permission: 'profile.own',
    delegation: { power: 'read', of: 'profile' },
    ok: [200, z.object({ items: z.array(Fact), nextCursor: z.null() })],
    errors: [],
  },
  claimFact: {
    summary: 'Say something about oneself, or ask for a correction; it counts as a claim until staff verify it',
    permission: 'profile.own',
    delegation: { power: 'manage', of: 'profile' },
    rateLimit: 'write',
    idempotent: true,
    body: z.object({
      content: FactContent,
      /** Agreed to the consent text of the kind, in its present version. */
      hasConsent: z.literal(true),
      /** Needed when a verified fact of the kind counts: it is not changed, a correction is asked for. */
      isCorrection: z.boolean().default(false),
    }),
    ok: [201, Fact],
    errors: ['fact_is_verified', 'fact_value_impossible', 'unknown_place'],
  },
  withdrawFact: {
    summary: 'Take a fact back; its value is erased at once',
    permission: 'profile.own',
    delegation: { power: 'manage', of: 'profile' },
    rateLimit: 'write',
    idempotent: true,
    params: z.object({ factId: FactId }),
    ok: [200, z.object({ isWithdrawn: z.literal(true) })],
    errors: ['fact_not_open'],
  },
  getHousehold: {
    summary: 'The household of the caller; null when there is none',
    permission: 'profile.own',
    delegation: { power: 'read', of: 'profile' },
    ok: [200, z.object({ household: Household.nullable() })],
    errors: [],
  },
  createHouseholdCode: {
    summary: 'A code for one more member; founds the household at a place when the caller has none',
    permission: 'profile.own',
    delegation: 'counter',
    rateLimit: 'write',
    idempotent: true,
    /** Where they live; needed when the caller has no household yet. */
    body: z.object({ communityId: CommunityId.optional(), placeId: PlaceId.optional() }),
    ok: [201, z.object({ household: Household, code: OneTimeCode })],
    errors: ['not_in_household', 'unknown_place'],
  },
  joinHousehold: {
    summary: 'Join a household by its code',
    permission: 'profile.own',
    delegation: 'counter',
    rateLimit: 'code',
    idempotent: true,
    body: z.object({ code: typedCode }),
    ok: [200, Household],
    errors: ['code_invalid', 'already_in_household'],
  },
  leaveHousehold: {
    summary: 'Leave the household; the last to leave ends it',
    permission: 'profile.own',
    delegation: 'counter',
    rateLimit: 'write',
    idempotent: true,
    ok: [200, z.object({ hasLeft: z.literal(true) })],
    errors: ['not_in_household'],
  },
})

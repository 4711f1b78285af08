import { z } from 'zod'
import { Photo } from '../files/contract.ts'
import { contract } from '../kernel/endpoint.ts'
import { CommunityId, HeldContentId, IssueId, WorkItemId } from '../kernel/ids.ts'
import { instant, pageOf, pageQuery } from '../kernel/page.ts'
import { moderationEndpoints } from './endpoints.ts'
import { HELD_KINDS, HOLD_REASONS, REFUSAL_REASONS } from './holds.ts'

export const HELD_VIEWS = ['waiting', 'decided'] as const

export const HeldContent = z
  .object({
    id: HeldContentId,
    kind: z.enum(HELD_KINDS),
    issueId: IssueId,
    workItemId: WorkItemId,
    serviceName: z.string(),
    /** What neighbours would read; null for a picture. */
    words: z.string().nullable(),
    /** Addresses that open for this viewer; null for words. */
    photo: Photo.nullable(),
    why: z.enum(HOLD_REASONS),
    heldAt: instant,
    /** Null while it waits. */
    decision: z
      .object({
        isShown: z.boolean(),
        reason: z.enum(REFUSAL_REASONS).nullable(),
        byName: z.string(),
        at: instant,
      })
      .nullable(),
  })
  .meta({ id: 'HeldContent' })
export type HeldContent = z.infer<typeof HeldContent>

export const moderationContract = contract(moderationEndpoints, {
  listHeldContent: {
    summary: 'What waits for a person before neighbours see it, oldest first; or what was decided, newest first',
    permission: 'content.decide',
    delegation: 'nobody',
    params: z.object({ communityId: CommunityId }),
    query: z.object({ ...pageQuery, view: z.enum(HELD_VIEWS).default('waiting') }),
    ok: [200, pageOf(HeldContent).extend({ waiting: z.int() })],
    errors: [],
  },
  decideHeldContent: {
    summary:
      'Show it to neighbours, or not and say why; the issue itself goes on either way. A decision can be changed',
    permission: 'content.decide',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: z.object({ communityId: CommunityId, heldContentId: HeldContentId }),
    body: z
      .object({
        isShown: z.boolean(),
        reason: z.enum(REFUSAL_REASONS).optional(),
        /** The decision that the caller has seen, as its instant; null when it was still waiting. */
        seenDecisionAt: instant.nullable(),
      })
      .refine(({ isShown, reason }) => isShown === (reason === undefined), {
        path: ['reason'],
        message: 'reason_missing',
      }),
    ok: [200, HeldContent],
    errors: ['held_content_decided'],
  },
})

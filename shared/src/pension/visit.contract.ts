import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { freeTextOrNone } from '../kernel/free-text.ts'
import { CommunityId, GridCellId, HomeVisitId, PersonId, WorkItemId } from '../kernel/ids.ts'
import { instant, serviceDate } from '../kernel/page.ts'
import { WORK_ITEM_STATES } from '../work-queue/lifecycle.ts'
import { visitEndpoints } from './endpoints.ts'
import { VISIT_OUTCOMES, VISIT_REASONS, VISIT_STATES } from './ways.ts'

/** A visit before it is planned: where, not why. */
export const VisitToPlan = z
  .object({
    id: HomeVisitId,
    state: z.enum(VISIT_STATES),
    name: z.string(),
    placeName: z.string(),
    gridCellId: GridCellId.nullable(),
    gridCellName: z.string().nullable(),
    requestedAt: instant,
    dueOn: serviceDate,
    notOn: z.array(serviceDate),
    needsInterpreter: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'VisitToPlan' })

/** What somebody wrote down of a visit. */
const SaidOfVisit = z.object({
  outcome: z.enum(VISIT_OUTCOMES),
  at: instant,
  byName: z.string(),
  isYours: z.boolean(),
  /** For whoever wrote it and whoever plans; null for others. */
  note: z.string().nullable(),
})

/** One visit of a round, for whoever goes: only on their own round; the door, the telephone and the reasons only on its day. */
export const RoundVisit = z
  .object({
    id: HomeVisitId,
    state: z.enum(VISIT_STATES),
    name: z.string(),
    placeName: z.string(),
    door: z.string().nullable(),
    phone: z.string().nullable(),
    reasons: z.array(z.enum(VISIT_REASONS)).nullable(),
    note: z.string().nullable(),
    needsInterpreter: z.boolean(),
    from: z.int(),
    until: z.int(),
    /** What to say at the door; only on the day. */
    code: z.string().nullable(),
    /** Wrong codes were said at the door: nobody goes before it is planned anew. */
    isLocked: z.boolean(),
    /** What counts. */
    outcome: SaidOfVisit.nullable(),
    /** What other devices said, and does not count. */
    others: z.array(SaidOfVisit),
    version: z.int(),
  })
  .meta({ id: 'RoundVisit' })

export const VisitRound = z
  .object({
    on: serviceDate,
    visitor: z.object({ id: PersonId, name: z.string(), isYou: z.boolean() }),
    capacity: z.int(),
    workItem: z.object({ id: WorkItemId, state: z.enum(WORK_ITEM_STATES), receiptNumber: z.string() }).nullable(),
    /** By courtyard, in the order of the round. */
    courtyards: z.array(z.object({ placeName: z.string(), visits: z.array(RoundVisit) })),
    at: instant,
  })
  .meta({ id: 'VisitRound' })

const communityParams = z.object({ communityId: CommunityId })

export const visitContract = contract(visitEndpoints, {
  listHomeVisits: {
    summary: 'Visits that wait to be planned, by courtyard: where and when, not why',
    permission: 'visit.plan',
    delegation: 'nobody',
    params: communityParams,
    ok: [
      200,
      z.object({ items: z.array(VisitToPlan), visitors: z.array(z.object({ id: PersonId, name: z.string() })) }),
    ],
    errors: [],
  },
  listVisitRounds: {
    summary: "Rounds of some days: all of them for whoever plans, one's own for whoever goes",
    permission: 'visit.make',
    delegation: 'nobody',
    params: communityParams,
    query: z.object({
      on: serviceDate.optional(),
      days: z.coerce.number<string | number>().int().min(1).max(14).default(1),
    }),
    ok: [200, z.object({ items: z.array(VisitRound) })],
    errors: [],
  },
  planVisitRound: {
    summary: 'Which visits somebody makes on a day, in order, with their times; the elders are told and get a code',
    permission: 'visit.plan',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: z.object({ communityId: CommunityId, on: serviceDate, visitorId: PersonId }),
    body: z.object({
      visits: z
        .array(
          z.object({
            visitId: HomeVisitId,
            version: z.int().min(1),
            /** Minutes since midnight, Asia/Shanghai. */
            from: z.int().min(0).max(1439),
            until: z.int().min(1).max(1440),
          }),
        )
        .max(40),
    }),
    ok: [200, VisitRound],
    errors: ['date_in_past', 'round_full', 'visit_changed', 'unknown_staff', 'slot_closed'],
  },
  recordVisitOutcome: {
    summary: 'What became of a visit; of two devices that say so one wins and both are shown',
    permission: 'visit.make',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: z.object({ communityId: CommunityId, visitId: HomeVisitId }),
    body: z.object({
      outcome: z.enum(VISIT_OUTCOMES),
      note: freeTextOrNone(200).optional(),
      /** When it was, for a device that was without a network. */
      at: instant.optional(),
    }),
    /** `hasWon`: false when another device had said it before; the visit shows what counts. */
    ok: [200, z.object({ visit: RoundVisit, hasWon: z.boolean() })],
    errors: ['visit_changed', 'biometrics_refused'],
  },
})

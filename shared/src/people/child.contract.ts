import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { freeText, freeTextOrNone } from '../kernel/free-text.ts'
import { ChildId, CommunityId, PickUpId } from '../kernel/ids.ts'
import { instant, serviceDate } from '../kernel/page.ts'
import { CHILD_READ_REASONS, PICK_UP_RELATIONS } from './children.ts'
import { phoneNumber } from './counter.contract.ts'
import { childEndpoints } from './endpoints.ts'

/** Children of one account. */
export const MAX_CHILDREN = 8
/** People who may fetch one child, beside whoever has the account. */
export const MAX_PICK_UPS = 6

/** The month of birth, `2024-05`: the least that tells the age for a group. */
export const birthMonth = z
  .string()
  .regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/)
  .meta({ description: 'Year and month, 2024-05' })

const pickUp = z.object({
  id: PickUpId,
  name: z.string(),
  relation: z.enum(PICK_UP_RELATIONS),
  phone: z.string().nullable(),
})

/** The least there must be to know of a child: no full name, no ID number, no photo. */
export const Child = z
  .object({
    id: ChildId,
    nickname: z.string(),
    bornIn: birthMonth,
    /** Whole months today. */
    ageMonths: z.int(),
    allergies: z.string().nullable(),
    pickUps: z.array(pickUp),
    consentedAt: instant,
  })
  .meta({ id: 'Child' })
export type Child = z.infer<typeof Child>

export const ChildRead = z
  .object({ at: instant, by: z.string(), reason: z.enum(CHILD_READ_REASONS), on: serviceDate })
  .meta({ id: 'ChildRead' })

const communityParams = z.object({ communityId: CommunityId })
const childParams = z.object({ communityId: CommunityId, childId: ChildId })

export const childContract = contract(childEndpoints, {
  listChildren: {
    summary: "One's own children, as one has written them down",
    permission: 'booking.own',
    delegation: { power: 'read', of: 'childcare' },
    params: communityParams,
    ok: [200, z.object({ items: z.array(Child) })],
    errors: [],
  },
  saveChild: {
    summary: 'Write down a child or change what is written; kept sealed, and only with a consent of its own',
    permission: 'booking.own',
    delegation: { power: 'manage', of: 'childcare' },
    rateLimit: 'write',
    idempotent: true,
    params: communityParams,
    body: z.object({
      /** Left out for a child that is not here yet. */
      childId: ChildId.optional(),
      nickname: freeText(20),
      bornIn: birthMonth,
      allergies: freeTextOrNone(120).optional(),
      pickUps: z
        .array(
          z.object({
            /** Of somebody on the list already. */
            id: PickUpId.optional(),
            name: freeText(20),
            relation: z.enum(PICK_UP_RELATIONS),
            phone: phoneNumber.optional(),
          }),
        )
        .max(MAX_PICK_UPS)
        .default([]),
      /** To what the page says about children's data; without it nothing is kept. */
      consents: z.boolean(),
    }),
    ok: [200, Child],
    errors: ['consent_missing', 'unknown_child', 'too_many_children', 'fact_value_impossible', 'birth_month_in_use'],
  },
  removeChild: {
    summary: 'Forget a child: every word about it goes',
    permission: 'booking.own',
    delegation: { power: 'manage', of: 'childcare' },
    rateLimit: 'write',
    idempotent: true,
    params: childParams,
    ok: [200, z.object({ hasRemoved: z.boolean() })],
    errors: ['child_has_bookings'],
  },
  listChildReads: {
    summary: 'Which staff read of a child, when and why, the newest first',
    permission: 'booking.own',
    delegation: { power: 'read', of: 'childcare' },
    params: childParams,
    ok: [200, z.object({ items: z.array(ChildRead) })],
    errors: [],
  },
})

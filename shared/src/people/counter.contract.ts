import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { freeText } from '../kernel/free-text.ts'
import { AssistSessionId, CommunityId, PersonId } from '../kernel/ids.ts'
import { instant } from '../kernel/page.ts'
import { CHANNELS } from '../notifications/calls.ts'
import { ASSIST_REASONS } from './assist.ts'
import { counterEndpoints } from './endpoints.ts'
import { isPhone, plainPhone } from './phone.ts'

const MAX_NAME = 40
const MAX_NOTE = 200

/** A person's name as they say it. */
export const personName = freeText(MAX_NAME)
/** A mobile or landline number in China, with or without hyphens. */
export const phoneNumber = z.string().max(30).transform(plainPhone).refine(isPhone, { message: 'phone_invalid' })

/** Somebody of this community, as the counter finds them. */
export const FoundResident = z
  .object({
    personId: PersonId,
    /** Masked: 「王*明」. */
    name: z.string(),
    /** The last two digits, to tell two apart. */
    phoneEnding: z.string().nullable(),
    /** False for somebody whom only the counter knows. */
    hasAccount: z.boolean(),
    channel: z.enum(CHANNELS),
  })
  .meta({ id: 'FoundResident' })
export type FoundResident = z.infer<typeof FoundResident>

export const AssistSession = z
  .object({
    id: AssistSessionId,
    communityId: CommunityId,
    resident: z.object({ id: PersonId, name: z.string() }),
    reason: z.enum(ASSIST_REASONS),
    note: z.string().nullable(),
    startedAt: instant,
    endsAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'AssistSession' })
export type AssistSession = z.infer<typeof AssistSession>

const communityParams = z.object({ communityId: CommunityId })

export const counterContract = contract(counterEndpoints, {
  findResidents: {
    summary:
      'Residents of the community by their whole telephone number or their whole name; each search leaves a line',
    permission: 'resident.assist',
    delegation: 'nobody',
    rateLimit: 'write',
    params: communityParams,
    body: z.union([z.object({ phone: phoneNumber }), z.object({ name: personName })]),
    ok: [200, z.object({ items: z.array(FoundResident), nextCursor: z.null() })],
    errors: [],
  },
  registerResident: {
    summary: 'Make somebody known who has no account: name and telephone, encrypted; told by calls',
    permission: 'resident.assist',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: communityParams,
    body: z.object({ name: personName, phone: phoneNumber.optional() }),
    ok: [201, FoundResident],
    errors: [],
  },
  getAssistSession: {
    summary: 'The session that the caller has open now; null without one',
    permission: 'resident.assist',
    delegation: 'nobody',
    ok: [200, z.object({ session: AssistSession.nullable() })],
    errors: [],
  },
  startAssistSession: {
    summary: 'Help one resident for half an hour, with a reason that they can read; ends the session before it',
    permission: 'resident.assist',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: communityParams,
    body: z.object({
      residentId: PersonId,
      reason: z.enum(ASSIST_REASONS),
      note: freeText(MAX_NOTE).optional(),
    }),
    ok: [201, AssistSession],
    errors: [],
  },
  endAssistSession: {
    summary: 'End a session: whoever opened it, or the person who is helped',
    permission: 'session',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: z.object({ sessionId: AssistSessionId }),
    ok: [200, AssistSession],
    errors: [],
  },
})

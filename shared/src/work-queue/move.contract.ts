import { z } from 'zod'
import { SERVICES } from '../communities/duty.ts'
import { fileIds } from '../files/contract.ts'
import { freeText } from '../kernel/free-text.ts'
import { GridCellId, PersonId, PlaceId, QueueId, ServiceCode } from '../kernel/ids.ts'
import { instant } from '../kernel/page.ts'
import { SUSPENSION_REASONS } from './events.ts'
import { NotOurs } from './item.contract.ts'
import { UNWORKED_OUTCOMES } from './lifecycle.ts'
import { MAX_INVITED, MAX_NAME_LENGTH, MAX_NOTE_LENGTH, MAX_PARTS } from './limits.ts'
import { QUEUE_LEVELS } from './routing.ts'

export const note = freeText(MAX_NOTE_LENGTH)
export const version = z.int().min(1)
export const receiptNumber = z.string().regex(/^[A-Z]{2,4}-[0-9]{8}-[0-9]{4,6}$/, { message: 'receipt_number_invalid' })

const optionalNote = note.optional()

/** One work of a split item. Without a place it is done where the item is. */
const part = z.object({ title: freeText(MAX_NAME_LENGTH), placeId: PlaceId.optional() })

/** One move with all that it brings along. `version` is the item's version that the caller was looking at. */
export const MoveBody = z
  .discriminatedUnion('move', [
    z.object({ move: z.literal('claim'), version, note: optionalNote }),
    z.object({ move: z.literal('dispatch'), version, assigneeId: PersonId, note: optionalNote }),
    z.object({ move: z.literal('accept'), version, note: optionalNote }),
    z.object({ move: z.literal('return'), version, note }),
    /** To a colleague of the same queue, who accepts or returns it. */
    z.object({ move: z.literal('transfer'), version, assigneeId: PersonId, note: optionalNote }),
    /** To another unit; it stays here until they accept (首接负责). */
    z.object({ move: z.literal('refer'), version, queueId: QueueId, note }),
    z.object({ move: z.literal('accept_referral'), version, note: optionalNote }),
    /** By the receiver: it stays with the sender. By the sender: the question is taken back. */
    z.object({ move: z.literal('refuse_referral'), version, note }),
    /** Other units help; the assignee leads (吹哨报到). */
    z.object({ move: z.literal('invite'), version, queueIds: z.array(QueueId).min(1).max(MAX_INVITED), note }),
    /** The note is the question; the resolve clock waits for the answer. */
    z.object({ move: z.literal('ask_resident'), version, note }),
    z.object({ move: z.literal('answer'), version, note, fileIds }),
    z.object({ move: z.literal('suspend'), version, reason: z.enum(SUSPENSION_REASONS), until: instant, note }),
    z.object({ move: z.literal('resume'), version, note: optionalNote }),
    z.object({ move: z.literal('split'), version, parts: z.array(part).min(2).max(MAX_PARTS), note: optionalNote }),
    /** `into`: this one ends in the other; `absorb`: the other ends in this one. */
    z.object({
      move: z.literal('merge'),
      version,
      receiptNumber,
      direction: z.enum(['into', 'absorb']),
      note: optionalNote,
    }),
    z.object({ move: z.literal('recategorise'), version, serviceCode: ServiceCode, note: optionalNote }),
    z.object({ move: z.literal('relocate'), version, placeId: PlaceId, note: optionalNote }),
    z.object({ move: z.literal('escalate'), version, note }),
    z.object({ move: z.literal('remind'), version, note: optionalNote }),
    /** `agreed` is what the resident agreed to carry over, and nothing else is carried. */
    z.object({
      move: z.literal('convert'),
      version,
      service: z.enum(SERVICES),
      agreed: note,
      hasConsent: z.literal(true),
      note: optionalNote,
    }),
    /** Photos show what was done. */
    z.object({ move: z.literal('resolve'), version, note, fileIds }),
    z.object({
      move: z.literal('close'),
      version,
      outcome: z.enum(UNWORKED_OUTCOMES).optional(),
      /** For `not_ours`: who does it instead, and how to reach them; the catalogue's entry when left out. */
      destination: freeText(MAX_NAME_LENGTH).optional(),
      destinationPhone: z
        .string()
        .regex(/^[0-9][0-9-]{2,15}$/, { message: 'phone_invalid' })
        .optional(),
      note: optionalNote,
    }),
    z.object({ move: z.literal('reopen'), version, note, fileIds }),
    z.object({ move: z.literal('withdraw'), version, note: optionalNote }),
  ])
  .meta({ id: 'MoveBody' })
export type MoveBody = z.infer<typeof MoveBody>

export const QueueChoice = z
  .object({ id: QueueId, name: z.string(), level: z.enum(QUEUE_LEVELS) })
  .meta({ id: 'QueueChoice' })

/** What the moves of an item may name, for whoever may make them; a list that no allowed move needs is empty. */
export const MoveChoices = z
  .object({
    /** For `dispatch` and `transfer`: on duty first, then by load. */
    assignees: z.array(
      z.object({ id: PersonId, name: z.string(), isOnDuty: z.boolean(), openItems: z.int(), isYou: z.boolean() }),
    ),
    /** For `refer` and `invite`. */
    queues: z.array(QueueChoice),
    serviceCodes: z.array(z.object({ serviceCode: ServiceCode, name: z.string(), group: z.string() })),
    places: z.array(z.object({ id: PlaceId, name: z.string(), gridCellId: GridCellId, gridCellName: z.string() })),
    /** For `merge`: open items of the same category in the caller's queues, newest first; ten at most. */
    likelyDuplicates: z.array(z.object({ receiptNumber: z.string(), title: z.string(), createdAt: instant })),
    /** For `convert`. */
    services: z.array(z.enum(SERVICES)),
    /** For `suspend`: the latest instant that may be named. */
    suspendAtMostUntil: instant,
    /** For `close` as not ours: what the catalogue names, and what it proposes to say. */
    notOurs: z.object({ ...NotOurs.shape, reply: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'MoveChoices' })
export type MoveChoices = z.infer<typeof MoveChoices>

import { SERVICES } from '@little-bench/shared/communities/duty'
import { cleanText } from '@little-bench/shared/kernel/text'
import { SUSPENSION_REASONS } from '@little-bench/shared/work-queue/events'
import { type Move, UNWORKED_OUTCOMES } from '@little-bench/shared/work-queue/lifecycle'
import {
  destinationOf,
  type MoveChoices,
  type MoveFields,
  partsOf,
  phoneOf,
  queueIdsOf,
  receiptNumberOf,
  resumeInstant,
} from './move-fields'
import type { MoveBody, WorkItem } from './work-item.api'

interface Filled {
  fields: MoveFields
  /** What the form offered; moves that choose nothing go without. */
  choices?: MoveChoices | undefined
  /** Photos; only of moves that `takesPhotos`. */
  fileIds?: string[]
}

/**
 * The body of the call: only what the move takes, with the version the worker was looking at. Undefined while something
 * that it needs is not filled in.
 */
export const moveBodyOf = (
  move: Move,
  { version }: Pick<WorkItem, 'version'>,
  { fields, choices, fileIds = [] }: Filled,
): MoveBody | undefined => {
  const note = cleanText(fields.note)
  const optionalNote = note === '' ? {} : { note }
  switch (move) {
    case 'claim':
    case 'accept':
    case 'accept_referral':
    case 'resume':
    case 'remind':
    case 'withdraw':
      return { move, version, ...optionalNote }
    case 'return':
    case 'refuse_referral':
    case 'ask_resident':
    case 'escalate':
      return note === '' ? undefined : { move, version, note }
    case 'answer':
    case 'resolve':
    case 'reopen':
      return note === '' ? undefined : { move, version, note, fileIds }
    case 'dispatch':
    case 'transfer':
      return fields.assigneeId === null ? undefined : { move, version, assigneeId: fields.assigneeId, ...optionalNote }
    case 'refer':
      return fields.queueId === null ? undefined : { move, version, queueId: fields.queueId, note }
    case 'invite':
      return { move, version, queueIds: queueIdsOf(fields.queueIds), note }
    case 'recategorise':
      return fields.serviceCode === null
        ? undefined
        : { move, version, serviceCode: fields.serviceCode, ...optionalNote }
    case 'relocate':
      return fields.placeId === null ? undefined : { move, version, placeId: fields.placeId, ...optionalNote }
    case 'suspend':
      return suspendBody(version, fields, note)
    case 'split':
      return { move, version, parts: partsOf(fields.parts).map(partBody), ...optionalNote }
    case 'merge':
      return mergeBody(version, fields, optionalNote)
    case 'convert':
      return convertBody(version, fields)
    case 'close':
      return { move, version, ...closeFields(fields, choices), ...optionalNote }
  }
}

const suspendBody = (version: number, { reason, until }: MoveFields, note: string): MoveBody | undefined => {
  const known = SUSPENSION_REASONS.find((each) => each === reason)
  if (!known || until === null) return undefined
  return { move: 'suspend', version, reason: known, until: resumeInstant(until).toISOString(), note }
}

const partBody = ({ title, placeId }: { title: string; placeId: string | null }) => ({
  title: cleanText(title),
  ...(placeId === null ? {} : { placeId }),
})

const mergeBody = (version: number, fields: MoveFields, optionalNote: { note?: string }): MoveBody | undefined => {
  const receiptNumber = receiptNumberOf(fields.receiptNumber)
  const { direction } = fields
  if (receiptNumber === null || (direction !== 'into' && direction !== 'absorb')) return undefined
  return { move: 'merge', version, receiptNumber, direction, ...optionalNote }
}

const convertBody = (version: number, fields: MoveFields): MoveBody | undefined => {
  const service = SERVICES.find((each) => each === fields.service)
  if (!service || !fields.hasConsent) return undefined
  return { move: 'convert', version, service, agreed: cleanText(fields.agreed), hasConsent: true }
}

/** A resolved item is closed without an outcome; where it belongs is said only of what is not ours. */
const closeFields = (fields: MoveFields, choices: MoveChoices | undefined) => {
  const outcome = UNWORKED_OUTCOMES.find((each) => each === fields.outcome)
  if (!outcome) return {}
  if (outcome !== 'not_ours') return { outcome }
  const destination = destinationOf(fields, choices)
  const destinationPhone = phoneOf(fields, choices)
  return {
    outcome,
    ...(destination === '' ? {} : { destination }),
    ...(destinationPhone === '' ? {} : { destinationPhone }),
  }
}

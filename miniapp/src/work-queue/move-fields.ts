import { SERVICES } from '@little-bench/shared/communities/duty'
import type { CallResult } from '@little-bench/shared/kernel/endpoint'
import { cleanText, textLength } from '@little-bench/shared/kernel/text'
import { addDays, instantOf, shanghaiTime } from '@little-bench/shared/kernel/time'
import type { workQueueContract } from '@little-bench/shared/work-queue/contract'
import { SUSPENSION_REASONS } from '@little-bench/shared/work-queue/events'
import { type Need, UNWORKED_OUTCOMES } from '@little-bench/shared/work-queue/lifecycle'
import { MAX_INVITED, MAX_NAME_LENGTH, MAX_PARTS } from '@little-bench/shared/work-queue/limits'

/** What the moves of an item may name. */
export type MoveChoices = CallResult<(typeof workQueueContract)['getMoveChoices']>

/** What a worker fills in for a move; kept as a draft on the phone, so lists are written into one string. */
export type MoveFields = {
  note: string
  outcome: string | null
  assigneeId: string | null
  queueId: string | null
  /** Ids, one below another. */
  queueIds: string
  reason: string | null
  /** A day of Asia/Shanghai. */
  until: string | null
  /** One line for each work: what is to be done and, behind a tab, where. */
  parts: string
  receiptNumber: string
  direction: string | null
  serviceCode: string | null
  placeId: string | null
  service: string | null
  agreed: string
  hasConsent: boolean
  /** Null while the worker has left what the catalogue names. */
  destination: string | null
  destinationPhone: string | null
}

export const EMPTY_FIELDS: MoveFields = {
  note: '',
  outcome: null,
  assigneeId: null,
  queueId: null,
  queueIds: '',
  reason: null,
  until: null,
  parts: '\n',
  receiptNumber: '',
  direction: null,
  serviceCode: null,
  placeId: null,
  service: null,
  agreed: '',
  hasConsent: false,
  destination: null,
  destinationPhone: null,
}

export interface Part {
  title: string
  placeId: string | null
}

export const partsOf = (parts: string): Part[] =>
  parts.split('\n').map((line) => {
    const [title = '', placeId = ''] = line.split('\t')
    return { title, placeId: placeId === '' ? null : placeId }
  })

export const joinParts = (parts: readonly Part[]): string =>
  parts.map(({ title, placeId }) => `${title.replace(/[\t\n]/g, ' ')}\t${placeId ?? ''}`).join('\n')

export const queueIdsOf = (queueIds: string): string[] => queueIds.split('\n').filter((id) => id !== '')
export const joinQueueIds = (queueIds: readonly string[]): string => queueIds.join('\n')

/** A paused item goes on at nine in the morning of that day. */
const RESUMES_AT_MINUTE = 9 * 60
export const resumeInstant = (date: string): Date => instantOf(date, RESUMES_AT_MINUTE)

export interface Days {
  first: string
  last: string
}

/** The days that a suspension may name; undefined while nothing is known about them. */
export const suspensionDays = (now: Date, atMostUntil: string | undefined): Days | undefined => {
  if (atMostUntil === undefined) return undefined
  const limit = new Date(atMostUntil)
  const day = shanghaiTime(limit).date
  const last = resumeInstant(day).getTime() <= limit.getTime() ? day : addDays(day, -1)
  return { first: addDays(shanghaiTime(now).date, 1), last }
}

/** As the receipt prints it, however it was typed. */
export const receiptNumberOf = (typed: string): string | null => {
  const number = cleanText(typed).toUpperCase()
  return /^[A-Z]{2,4}-[0-9]{8}-[0-9]{4,6}$/.test(number) ? number : null
}

/** Where the resident is sent: what the worker wrote, else what the catalogue names; empty is nothing. */
export const destinationOf = ({ destination }: MoveFields, choices: MoveChoices | undefined): string =>
  cleanText(destination ?? choices?.notOurs?.destination ?? '')
export const phoneOf = ({ destinationPhone }: MoveFields, choices: MoveChoices | undefined): string =>
  cleanText(destinationPhone ?? choices?.notOurs?.phone ?? '')
/** The note when another outcome is chosen: what the catalogue proposes to say, as long as nobody has written anything. */
export const noteFor = (outcome: string, { note }: MoveFields, choices: MoveChoices | undefined): string => {
  const reply = choices?.notOurs?.reply ?? ''
  if (outcome === 'not_ours') return cleanText(note) === '' ? reply : note
  return note === reply ? '' : note
}

/** Where the resident is sent cannot be printed, or called. */
export const isDestinationWrong = (fields: MoveFields, choices: MoveChoices | undefined): boolean => {
  if (fields.outcome !== 'not_ours') return false
  const phone = phoneOf(fields, choices)
  return isTitleTooLong(destinationOf(fields, choices)) || (phone !== '' && !isPhone(phone))
}
export const isPhone = (phone: string): boolean => /^[0-9][0-9-]{2,15}$/.test(phone)

/** What is still to be filled in, or filled in wrongly, before the move can be sent. */
export const missingNeeds = (needs: readonly Need[], fields: MoveFields, days: Days | undefined): Need[] =>
  needs.filter((need) => !isFilled(need, fields, days))

const isFilled = (need: Need, fields: MoveFields, days: Days | undefined): boolean => {
  switch (need) {
    case 'note':
    case 'agreed':
      return cleanText(fields[need]) !== ''
    case 'outcome':
      return UNWORKED_OUTCOMES.some((outcome) => outcome === fields.outcome)
    case 'reason':
      return SUSPENSION_REASONS.some((reason) => reason === fields.reason)
    case 'service':
      return SERVICES.some((service) => service === fields.service)
    case 'direction':
      return fields.direction === 'into' || fields.direction === 'absorb'
    case 'queueIds': {
      const { length } = queueIdsOf(fields.queueIds)
      return length > 0 && length <= MAX_INVITED
    }
    case 'parts':
      return areParts(partsOf(fields.parts))
    case 'receiptNumber':
      return receiptNumberOf(fields.receiptNumber) !== null
    case 'hasConsent':
      return fields.hasConsent
    case 'until':
      return fields.until !== null && (!days || (fields.until >= days.first && fields.until <= days.last))
    case 'assigneeId':
    case 'queueId':
    case 'serviceCode':
    case 'placeId':
      return fields[need] !== null
  }
}

export const isTitleTooLong = (title: string): boolean => textLength(cleanText(title)) > MAX_NAME_LENGTH

const areParts = (parts: readonly Part[]): boolean =>
  parts.length >= 2 &&
  parts.length <= MAX_PARTS &&
  parts.every(({ title }) => cleanText(title) !== '' && !isTitleTooLong(title))

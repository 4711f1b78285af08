import { textLength } from '@little-bench/shared/kernel/text'
import type { Child } from '@little-bench/shared/people/child.contract'
import { OLDEST_CHILD_YEARS, PICK_UP_RELATIONS, type PickUpRelation } from '@little-bench/shared/people/children'
import { isPhone, plainPhone } from '@little-bench/shared/people/phone'
import type { ChildFields } from '../people'

/** What the draft on the phone keeps: plain values only, so the list of people is one text. */
export interface ChildDraft extends Record<string, string> {
  nickname: string
  year: string
  month: string
  allergies: string
  pickUps: string
}

export const EMPTY_CHILD: ChildDraft = { nickname: '', year: '', month: '', allergies: '', pickUps: '[]' }

export interface PickUpFields {
  /** Of somebody who is on the list already. */
  id?: string
  name: string
  relation: PickUpRelation
  phone: string
}

/** As many as the contract takes. */
export const MAX_PICK_UPS = 6
export const MAX_CHILDREN = 8
const MAX_NAME = 20

export type ChildMistake =
  | 'nicknameMissing'
  | 'nicknameLong'
  | 'birthMissing'
  | 'birthImpossible'
  | 'birthInFuture'
  | 'birthTooLongAgo'

export const draftOf = ({ nickname, bornIn, allergies, pickUps }: Child): ChildDraft => {
  const [year = '', month = ''] = bornIn.split('-')
  const kept = pickUps.map(({ phone, ...each }) => ({ ...each, phone: phone ?? '' }))
  return { nickname, year, month: String(Number(month)), allergies: allergies ?? '', pickUps: JSON.stringify(kept) }
}

/** The people of a draft; whatever is not understood counts as not there. */
export const pickUpsOf = ({ pickUps }: Pick<ChildDraft, 'pickUps'>): PickUpFields[] => {
  try {
    const found: unknown = JSON.parse(pickUps)
    return Array.isArray(found) ? found.filter(isPickUp) : []
  } catch {
    return []
  }
}

const isPickUp = (found: unknown): found is PickUpFields =>
  typeof found === 'object' &&
  found !== null &&
  'name' in found &&
  typeof found.name === 'string' &&
  'phone' in found &&
  typeof found.phone === 'string' &&
  'relation' in found &&
  PICK_UP_RELATIONS.some((each) => each === found.relation)

/** What is sent, once nothing is missing or impossible; `thisMonth` is `2026-11`. */
export const readChild = (draft: ChildDraft, thisMonth: string): Omit<ChildFields, 'consents'> | ChildMistake => {
  const nickname = draft.nickname.trim()
  if (nickname === '') return 'nicknameMissing'
  if (textLength(nickname) > MAX_NAME) return 'nicknameLong'
  const birth = readMonth(draft, thisMonth)
  if (typeof birth === 'string') return birth
  return {
    nickname,
    ...birth,
    allergies: draft.allergies.trim(),
    pickUps: pickUpsOf(draft).map(({ phone, ...each }) => ({ ...each, ...(phone === '' ? {} : { phone }) })),
  }
}

const readMonth = ({ year, month }: ChildDraft, thisMonth: string): { bornIn: string } | ChildMistake => {
  const [y, m] = [year, month].map((typed) => typed.normalize('NFKC').trim())
  if (!y || !m) return 'birthMissing'
  const bornIn = `${y}-${m.padStart(2, '0')}`
  if (!/^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(bornIn)) return 'birthImpossible'
  if (bornIn > thisMonth) return 'birthInFuture'
  const oldest = `${Number(thisMonth.slice(0, 4)) - OLDEST_CHILD_YEARS}${thisMonth.slice(4)}`
  return bornIn < oldest ? 'birthTooLongAgo' : { bornIn }
}

export type PickUpMistake = 'pickUpNameMissing' | 'relationMissing' | 'phoneWrong'

/** One person for the list, or what is missing. */
export const readPickUp = (typed: {
  name: string
  relation: PickUpRelation | null
  phone: string
}): Omit<PickUpFields, 'id'> | PickUpMistake => {
  const name = typed.name.trim()
  const phone = plainPhone(typed.phone)
  if (name === '' || textLength(name) > MAX_NAME) return 'pickUpNameMissing'
  if (typed.relation === null) return 'relationMissing'
  return phone === '' || isPhone(phone) ? { name, relation: typed.relation, phone } : 'phoneWrong'
}

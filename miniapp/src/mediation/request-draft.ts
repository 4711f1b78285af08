import { textLength } from '@little-bench/shared/kernel/text'
import type { MediationLanguage } from '@little-bench/shared/mediation/contract'
import { DISPUTE_KINDS, type DisputeKind } from '@little-bench/shared/mediation/kinds'
import { isPhone, plainPhone } from '@little-bench/shared/people/phone'
import type { NewMediation } from './case.api'
import { LANGUAGES } from './mediation-words'

/** What somebody has written so far; on the phone while they write, and gone with the answer that it has arrived. */
export interface RequestDraft extends Record<string, string | boolean | null> {
  kind: string | null
  statement: string
  language: string | null
  needsInterpreter: boolean
  showName: boolean
  showStatement: boolean
  words: string
  /** Ids with commas between. */
  mediatorIds: string
  otherName: string
  otherPhone: string
}

export const EMPTY_REQUEST: RequestDraft = {
  kind: null,
  statement: '',
  language: null,
  needsInterpreter: false,
  showName: false,
  showStatement: false,
  words: '',
  mediatorIds: '',
  otherName: '',
  otherPhone: '',
}

export const MAX_WORDS = 1000
const MAX_NAME = 30

export const REQUEST_STEPS = ['about', 'disclosure', 'mediators', 'other', 'check'] as const
export type RequestStep = (typeof REQUEST_STEPS)[number]

export type Mistake =
  | 'kindMissing'
  | 'statementMissing'
  | 'tooLong'
  | 'otherNameMissing'
  | 'otherNameLong'
  | 'phoneWrong'
export type Mistakes = Partial<Record<'kind' | 'statement' | 'words' | 'otherName' | 'otherPhone', Mistake>>

export const kindOf = ({ kind }: RequestDraft): DisputeKind | undefined => DISPUTE_KINDS.find((each) => each === kind)

export const languageOf = ({ language }: RequestDraft): MediationLanguage | undefined =>
  LANGUAGES.find((each) => each === language)

export const idsOf = (ids: string): string[] => ids.split(',').filter((id) => id !== '')

const isLong = (text: string) => textLength(text.trim()) > MAX_WORDS

/** What keeps somebody from leaving a step. */
export const mistakesOf = (step: RequestStep, draft: RequestDraft): Mistakes => {
  const { statement, words, otherName, otherPhone } = draft
  switch (step) {
    case 'about':
      return {
        ...(!kindOf(draft) && { kind: 'kindMissing' }),
        ...(statement.trim() === '' && { statement: 'statementMissing' }),
        ...(isLong(statement) && { statement: 'tooLong' }),
      }
    case 'disclosure':
      return isLong(words) ? { words: 'tooLong' } : {}
    case 'other':
      return {
        ...(otherName.trim() === '' && { otherName: 'otherNameMissing' }),
        ...(textLength(otherName.trim()) > MAX_NAME && { otherName: 'otherNameLong' }),
        ...(otherPhone.trim() !== '' && !isPhone(plainPhone(otherPhone)) && { otherPhone: 'phoneWrong' }),
      }
    case 'mediators':
    case 'check':
      return {}
  }
}

/** What goes out; undefined while something is missing. */
export const requestOf = (draft: RequestDraft): NewMediation | undefined => {
  const disputeKind = kindOf(draft)
  const isReady = REQUEST_STEPS.every((step) => Object.keys(mistakesOf(step, draft)).length === 0)
  if (!disputeKind || !isReady) return undefined
  const words = draft.words.trim()
  const language = languageOf(draft)
  const phone = draft.otherPhone.trim()
  return {
    disputeKind,
    statement: draft.statement.trim(),
    disclosure: { name: draft.showName, statement: draft.showStatement, ...(words !== '' && { words }) },
    trustedMediatorIds: idsOf(draft.mediatorIds),
    respondent: { name: draft.otherName.trim(), ...(phone !== '' && { phone: plainPhone(phone) }) },
    needsInterpreter: draft.needsInterpreter,
    ...(language && { language }),
    isSafe: true,
  }
}

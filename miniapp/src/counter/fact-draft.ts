import type { FactKind } from '@little-bench/shared/people/facts'
import type { FactContent } from './fact.api'

/** What is filled in for one kind of fact; the other fields stay as they are. */
export interface FactDraft {
  on: string
  placeId: string | null
  workplace: string
  language: 'zh' | 'bo' | null
  needsInterpreter: boolean
}

export const EMPTY_FACT: FactDraft = { on: '', placeId: null, workplace: '', language: null, needsInterpreter: false }

/** The fact as it is sent; undefined while something is missing. */
export const contentOf = (kind: FactKind, draft: FactDraft, communityId: string): FactContent | undefined => {
  switch (kind) {
    case 'birth_date':
      return draft.on === '' ? undefined : { kind, value: { on: draft.on } }
    case 'residence':
      return draft.placeId === null ? undefined : { kind, value: { communityId, placeId: draft.placeId } }
    case 'workplace':
      return draft.workplace.trim() === '' ? undefined : { kind, value: { communityId, name: draft.workplace } }
    case 'disability':
      return { kind, value: { hasCertificate: true } }
    case 'limited_mobility':
      return { kind, value: { needsVisit: true } }
    case 'living_alone':
      return { kind, value: { livesAlone: true } }
    case 'language':
      return draft.language === null
        ? undefined
        : { kind, value: { language: draft.language, needsInterpreter: draft.needsInterpreter } }
  }
}

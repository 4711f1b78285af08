import { cleanText } from '@little-bench/shared/kernel/text'
import type { MediationLanguage } from '@little-bench/shared/mediation/contract'
import type { DisputeKind, MediatorRole } from '@little-bench/shared/mediation/kinds'
import type { MediatorCard } from './case.api'
import type { NewCard } from './committee.api'

/** A card while it is written. */
export interface CardFields {
  name: string
  role: MediatorRole | null
  languages: MediationLanguage[]
  kinds: DisputeKind[]
  gridCellIds: string[]
  about: string
  isOnLeave: boolean
  isRemoved: boolean
  /** Null for whoever works without one. */
  personId: string | null
}

export const cardFieldsOf = (card: MediatorCard | undefined): CardFields => ({
  name: card?.name ?? '',
  role: card?.role ?? null,
  languages: card?.languages ?? ['zh'],
  kinds: card?.kinds ?? [],
  gridCellIds: card?.gridCellIds ?? [],
  about: card?.about ?? '',
  isOnLeave: card?.isOnLeave ?? false,
  isRemoved: false,
  personId: card?.personId ?? null,
})

/** What is sent; undefined while something is missing. An account that nobody has changed stays as it is. */
export const cardOf = (fields: CardFields, before: MediatorCard | undefined): NewCard | undefined => {
  const name = cleanText(fields.name)
  const about = cleanText(fields.about)
  const { role, languages, kinds, gridCellIds, isOnLeave, isRemoved } = fields
  if (name === '' || role === null || languages.length === 0 || kinds.length === 0) return undefined
  const isNewAccount = fields.personId !== (before?.personId ?? null)
  return {
    name,
    role,
    languages,
    kinds,
    gridCellIds,
    isOnLeave,
    isActive: !isRemoved,
    ...(about !== '' && { about }),
    ...(isNewAccount && { personId: fields.personId }),
  }
}

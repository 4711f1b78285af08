import type { CatalogueEntry, Community } from '@little-bench/shared/communities/contract'
import { MAX_DESCRIPTION_LENGTH } from '@little-bench/shared/issues/limits'
import { cleanText, textLength } from '@little-bench/shared/kernel/text'
import { ASSIST_REASONS, type AssistReason } from '@little-bench/shared/people/assist'
import { isPhone, plainPhone } from '@little-bench/shared/people/phone'
import { type CommunityPlace, placesOf } from '../communities'
import type { AssistedIssue } from './assisted-issue.api'
import type { AssistSession } from './last-assist'

/** Kept on this phone until it is sent; who said it is not: a computer at a counter has many hands. */
export type AssistedFields = {
  serviceCode: string | null
  words: string
  placeId: string | null
  visibility: string
  source: string | null
}

export const EMPTY_ASSISTED: AssistedFields = {
  serviceCode: null,
  words: '',
  placeId: null,
  visibility: 'private',
  source: null,
}

/** Somebody who came or called and has no session: how to call them, and where to. */
export interface Caller {
  name: string
  phone: string
}

export interface ReadAssisted {
  category: CatalogueEntry | undefined
  place: CommunityPlace | undefined
  visibility: 'private' | 'public'
  source: AssistReason | undefined
}

export const readAssisted = (
  fields: AssistedFields,
  community: Community,
  session: AssistSession | null,
): ReadAssisted => {
  const category = community.catalogue.find(({ serviceCode }) => serviceCode === fields.serviceCode)
  return {
    category,
    place: placesOf(community).find(({ id }) => id === fields.placeId),
    visibility: category?.canBePublic && fields.visibility === 'public' ? 'public' : 'private',
    source: session?.reason ?? ASSIST_REASONS.find((reason) => reason === fields.source),
  }
}

export type MissingPart = 'caller' | 'phone' | 'source' | 'category' | 'words' | 'place'

/** What keeps it from being sent, in the order of the page. Words that are too long say so at their own field. */
export const missingParts = (
  fields: AssistedFields,
  { category, place, source }: ReadAssisted,
  caller: Caller | null,
): MissingPart[] => {
  const words = cleanText(fields.words)
  const checks: [MissingPart, boolean][] = [
    ['caller', caller !== null && caller.name.trim() === ''],
    ['phone', caller !== null && caller.phone.trim() !== '' && !isPhone(plainPhone(caller.phone))],
    ['source', source === undefined],
    ['category', category === undefined],
    ['words', words === '' || textLength(words) > MAX_DESCRIPTION_LENGTH],
    ['place', place === undefined],
  ]
  return checks.filter(([, isMissing]) => isMissing).map(([part]) => part)
}

/** As it is sent; undefined while something is missing. */
export const assistedBodyOf = (
  fields: AssistedFields,
  { category, place, visibility, source }: ReadAssisted,
  resident: AssistedIssue['resident'],
): AssistedIssue | undefined => {
  if (!category || !place || !source) return undefined
  return {
    serviceCode: category.serviceCode,
    description: fields.words,
    placeId: place.id,
    visibility,
    resident,
    source,
  }
}

import type { CatalogueEntry, Community } from '@little-bench/shared/communities/contract'
import { MAX_DESCRIPTION_LENGTH } from '@little-bench/shared/issues/limits'
import { STAFF_COMPLAINT } from '@little-bench/shared/issues/staff-complaint'
import { cleanText, textLength } from '@little-bench/shared/kernel/text'
import { type CommunityPlace, placesOf } from '../../communities'
import { localFilesOf } from '../../platform/local-file'

/** What somebody fills in; kept on the phone until it is sent. */
export type ReportFields = {
  serviceCode: string | null
  words: string
  /** The community in which `placeId` is. */
  communityId: string | null
  placeId: string | null
  /** `lat,lng` in WGS 84 degrees; the second way to say where. */
  position: string | null
  visibility: string
  /** Photos and a voice note that lie on the phone, as `localFilesText` writes them. */
  files: string
  /** Whom a complaint about staff is about: ids, one below another. */
  aboutStaffIds: string
  /** The volunteer team for which it was found. */
  teamId: string | null
}

export const EMPTY_REPORT: ReportFields = {
  serviceCode: null,
  words: '',
  communityId: null,
  placeId: null,
  position: null,
  visibility: 'private',
  files: '',
  aboutStaffIds: '',
  teamId: null,
}

/** The fields as the community understands them: what it does not know counts as not chosen. */
export interface ReadReport {
  category: CatalogueEntry | undefined
  place: CommunityPlace | undefined
  position: { lat: number; lng: number } | undefined
  visibility: 'private' | 'public'
}

export const readReport = (fields: ReportFields, community: Community | undefined): ReadReport => {
  const category = community?.catalogue.find(({ serviceCode }) => serviceCode === fields.serviceCode)
  const isHere = community !== undefined && fields.communityId === community.id
  return {
    category,
    place: isHere ? placesOf(community).find(({ id }) => id === fields.placeId) : undefined,
    position: positionOf(fields.position),
    visibility: category?.canBePublic && fields.visibility === 'public' ? 'public' : 'private',
  }
}

const positionOf = (text: string | null) => {
  const [lat, lng] = (text ?? '').split(',').map(Number)
  return text && lat !== undefined && lng !== undefined && !Number.isNaN(lat + lng) ? { lat, lng } : undefined
}

export type MissingPart = 'category' | 'words' | 'place'

/** What is still missing, in the order of the steps. Words that are too long say so at their own field. */
export const missingParts = (fields: ReportFields, { category, place, position }: ReadReport): MissingPart[] => {
  const words = cleanText(fields.words)
  // A photo or a voice note says it as well.
  const isSaid = words !== '' || localFilesOf(fields.files).length > 0
  const isWritten = isSaid && textLength(words) <= MAX_DESCRIPTION_LENGTH
  return [
    ...(category ? [] : (['category'] as const)),
    ...(isWritten ? [] : (['words'] as const)),
    ...(place || position ? [] : (['place'] as const)),
  ]
}

/** The first step that still needs something: where somebody who comes back goes on. */
export const stepToContinue = (missing: readonly MissingPart[]): number => {
  if (missing.includes('category')) return 1
  return missing.length > 0 ? 2 : 3
}

/** Whom it is about, as long as it is a complaint about staff. */
export const aboutStaffOf = ({ serviceCode, aboutStaffIds }: ReportFields): string[] =>
  serviceCode === STAFF_COMPLAINT ? aboutStaffIds.split('\n').filter((id) => id !== '') : []

import type { CommunityConfig, Position } from '@little-bench/config/model'
import { findPlace, metresBetween } from '@little-bench/config/places'
import { DUPLICATE_METRES, MAX_DUPLICATES } from '@little-bench/shared/issues/limits'
import type { LikelyDuplicate, neighbourContract } from '@little-bench/shared/issues/neighbour.contract'
import type { HandlerInput } from '@little-bench/shared/kernel/endpoint'
import type { Language } from '@little-bench/shared/kernel/language'
import { isOpen } from '@little-bench/shared/work-queue/lifecycle'
import type { z } from 'zod'
import { communityOf } from '../communities/index.ts'
import { fileLinks, filesForNeighbours } from '../files/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type Engine, type ItemState, listItemStates } from '../work-queue/index.ts'
import { coarseBoxAround, coarseMetresBetween, shownMetres } from './coarse-distance.ts'
import { listPublicIssuesAround } from './duplicate.repository.ts'
import { householdsFor } from './endorse-issue.service.ts'
import { canEndorse } from './issue.policy.ts'
import { presentPublicIssue } from './issue.presenter.ts'
import type { IssueRow } from './issue.repository.ts'
import { entryOf, placeOf } from './write-issue.ts'

/** What was solved longer ago than this is another matter. */
const RECENT_MS = 30 * 86_400_000
/** So many of a category around one spot are looked at, the newest. */
const LOOKED_AT = 200

type Query = HandlerInput<(typeof neighbourContract)['findDuplicates']>['query']

/**
 * Public issues that are likely the same as the one that somebody is about to report, the nearest first.
 * Errors: `not_found` (community), `unknown_service`, `unknown_place`, `position_outside_community`.
 */
export const findDuplicates = async (
  engine: Engine,
  viewer: Viewer | null,
  language: Language,
  communityId: string,
  { serviceCode, placeId, lat, lng }: Query,
): Promise<{ items: z.input<typeof LikelyDuplicate>[] }> => {
  const community = communityOf(engine, communityId)
  entryOf(community, serviceCode)
  const sent = lat === undefined || lng === undefined ? undefined : { lat, lng }
  placeOf(community, { placeId, position: sent })
  const here = positionOf(community, { placeId: placeId ?? null, position: sent ?? null })
  const placeIds = [...(placeId === undefined ? [] : [placeId]), ...(here ? placesNear(community, here) : [])]
  const box = here && coarseBoxAround(here, DUPLICATE_METRES)
  const rows = await listPublicIssuesAround(engine.db, communityId, { serviceCode, placeIds, box }, LOOKED_AT)
  const states = await listItemStates(
    engine,
    communityId,
    rows.map((row) => row.work_item_id),
  )
  const likely = nearestRecent(community, { placeId, here }, rows, states, engine.clock.now())
  const issues = likely.map(({ row }) => row)
  const householdOf = viewer && (await householdsFor(engine.db, viewer, issues))
  const ids = issues.map(({ id }) => id)
  const [files, links] = [await filesForNeighbours(engine.db, communityId, 'report', ids), fileLinks(engine, null)]
  return {
    items: likely.map(({ row, item, isSamePlace, metres }) => {
      const household = householdOf?.(row)
      return {
        ...presentPublicIssue(row, item, { files: files.get(row.id) ?? [], links }, community, language),
        isSamePlace,
        metres: metres === null ? null : shownMetres(isSamePlace ? 0 : metres),
        canEndorse: viewer !== null && household !== undefined && canEndorse(row, item.state, viewer, household),
        isEndorsed: household?.hasEndorsed ?? false,
      }
    }),
  }
}

/** Of what is around, what is near and still of interest; rows that come newest first stay so where they are equally far. */
const nearestRecent = (
  community: CommunityConfig,
  { placeId, here }: { placeId: string | undefined; here: Position | null },
  rows: readonly IssueRow[],
  states: ReadonlyMap<string, ItemState>,
  now: Date,
) =>
  rows
    .flatMap((row) => {
      const item = states.get(row.work_item_id)
      const isSamePlace = placeId !== undefined && row.place_id === placeId
      const metres = here && metresTo(community, here, row)
      const isNear = isSamePlace || (metres !== null && metres <= DUPLICATE_METRES)
      return item && isNear && isRecent(item, now) ? [{ row, item, isSamePlace, metres }] : []
    })
    .toSorted((a, b) => distanceOf(a) - distanceOf(b))
    .slice(0, MAX_DUPLICATES)

/** A position that was sent says more than the place; the place's own stands in for it. */
const positionOf = (
  community: CommunityConfig,
  { placeId, position }: { placeId: string | null; position: Position | null },
): Position | null => position ?? (placeId === null ? null : (findPlace(community, placeId)?.position ?? null))

const placesNear = (community: CommunityConfig, here: Position): string[] =>
  community.gridCells
    .flatMap(({ places }) => places)
    .filter(({ position }) => position !== null && metresBetween(here, position) <= DUPLICATE_METRES)
    .map(({ id }) => id)

/** By its place where it has one, which is public; a position that somebody sent is only coarsely so. */
const metresTo = (community: CommunityConfig, here: Position, { place_id: placeId, lat, lng }: IssueRow) => {
  const place = positionOf(community, { placeId, position: null })
  if (place) return metresBetween(here, place)
  return lat === null || lng === null ? null : coarseMetresBetween(here, { lat, lng })
}

/** Of the same courtyard without a position: nothing is nearer. */
const distanceOf = ({ isSamePlace, metres }: { isSamePlace: boolean; metres: number | null }): number =>
  metres ?? (isSamePlace ? 0 : Number.POSITIVE_INFINITY)

/** What ended in another item is shown by that one. */
const isRecent = ({ state, outcome, resolvedAt, closedAt }: ItemState, now: Date): boolean => {
  if (isOpen(state)) return true
  const endedAt = closedAt ?? resolvedAt
  return outcome !== 'merged' && endedAt !== null && now.getTime() - Date.parse(endedAt) <= RECENT_MS
}

import { gridCellOfPlace } from '@little-bench/config/places'
import { AppError } from '@little-bench/shared/kernel/errors'
import { type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import type { openProofContract } from '@little-bench/shared/pension/open-proof.contract'
import { type ProofStanding, proofStanding } from '@little-bench/shared/pension/windows'
import type { z } from 'zod'
import { homePlacesOf, recordReads } from '../people/index.ts'
import { dayAndIdOfCursor, pageOfRows } from '../platform/db/cursor.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import { presentOpenProofs } from './open-proof.presenter.ts'
import { communityWithPension, type PensionCommunity } from './pension-community.ts'
import { followedBy, follows } from './proof.policy.ts'
import { type KnownProof, listProofs } from './proof.repository.ts'

type List = (typeof openProofContract)['listOpenProofsOfLife']
type Query = z.output<List['query']>

/** Somebody who has not done it, and where they live as far as anybody knows. */
export interface OpenProofRow extends KnownProof {
  standing: ProofStanding
  placeId: string | null
  gridCellId: string | null
}

/**
 * Who has not done it, the next due first: for the counter everybody, for grid workers the people of their cells. Where
 * somebody lives leaves a line. Errors: `not_found` for whoever works elsewhere.
 */
export const listOpenProofs = async (
  engine: Engine,
  viewer: Viewer,
  communityId: string,
  query: Query,
): Promise<z.input<List['ok'][1]>> => {
  const community = communityWithPension(engine, communityId)
  const followed = followedBy(viewer.roles, communityId)
  if (!followed) throw new AppError('not_found')
  const now = engine.clock.now()
  return inTransaction(engine.db, now, PLAIN_WRITE, async (trx) => {
    const open = (await openProofsOf(engine, trx, community, shanghaiTime(now).date)).filter(
      ({ gridCellId }) =>
        follows(followed, gridCellId) && (query.gridCellId === undefined || query.gridCellId === gridCellId),
    )
    const after = dayAndIdOfCursor(query.cursor)
    const rest = after ? open.filter((row) => isBehind(row, after)) : open
    const page = pageOfRows(rest.slice(0, query.limit + 1), query.limit, (row) => [row.standing.dueOn, row.person_id])
    const shownIds = page.rows.map(({ person_id: personId }) => personId)
    await recordReads(trx, { communityId, readerId: viewer.actorId, what: 'facts' }, shownIds, now)
    const items = await presentOpenProofs(trx, community, page.rows, viewer.language)
    return { items, nextCursor: page.nextCursor, open: open.length }
  })
}

/** Everybody of a community who has not done it, the next due first. */
const openProofsOf = async (
  { sealer }: Engine,
  trx: Trx,
  community: PensionCommunity,
  today: ServiceDate,
): Promise<OpenProofRow[]> => {
  const open = (await listProofs(trx, community.id))
    .map((proof) => ({ ...proof, standing: standingOf(community, proof, today) }))
    .filter(({ standing }) => standing.status !== 'valid')
  const places = await homePlacesOf({ sealer, db: trx }, open.map(idOf), community.id, today)
  return open
    .map((proof) => {
      const placeId = places.get(proof.person_id) ?? null
      const gridCellId = placeId === null ? null : (gridCellOfPlace(community, placeId)?.id ?? null)
      return { ...proof, placeId, gridCellId }
    })
    .toSorted((a, b) => (isBehind(a, { on: b.standing.dueOn, id: b.person_id }) ? 1 : -1))
}

const idOf = ({ person_id: personId }: KnownProof): string => personId

/** Where somebody stands on a day by the rule of their community. */
export const standingOf = (
  { pension }: PensionCommunity,
  { since, last_done_on: lastDoneOn }: Pick<KnownProof, 'since' | 'last_done_on'>,
  today: ServiceDate,
): ProofStanding => proofStanding(pension.rule, { since, lastDoneOn }, today)

const isBehind = (
  { standing, person_id: personId }: Pick<OpenProofRow, 'standing' | 'person_id'>,
  { on, id }: { on: ServiceDate; id: string },
): boolean => standing.dueOn > on || (standing.dueOn === on && personId > id)

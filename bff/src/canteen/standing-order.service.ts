import type { NewStandingOrder, StandingOrder } from '@little-bench/shared/canteen/contract'
import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage } from '@little-bench/shared/kernel/language'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { communityOf } from '../communities/index.ts'
import type { Context } from '../platform/context.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { checkWay } from './check-meal.ts'
import { admitEater } from './eater.ts'
import { placeNameOf } from './meal-order.presenter.ts'
import { findCanteen } from './meal-slot.ts'
import { openOrNull, sealOrNull } from './sealed-meal.ts'
import {
  deleteStandingOrder,
  findStandingOrder,
  listStandingOrdersOf,
  lockStandingOrder,
  type StandingKey,
  type StandingRow,
  upsertStandingOrder,
} from './standing-order.repository.ts'

type StandingView = z.input<typeof StandingOrder>
type Address = Omit<StandingKey, 'personId'>

/** The meals that are ordered by themselves for the viewer. Errors: `not_found` (community). */
export const listStandingOrders = async (
  context: Context,
  viewer: Viewer,
  communityId: string,
): Promise<StandingView[]> => {
  communityOf(context, communityId)
  const rows = await listStandingOrdersOf(context.db, communityId, viewer.personId)
  return rows.map((row) => presentStanding(context, row, viewer))
}

/**
 * Orders a sitting on fixed weekdays from now on. Where it is delivered to is settled today: a move is said anew.
 * Errors: `not_found` (canteen, sitting), `other_community`, `standing_order_empty`, `date_in_past`, those of `checkWay`.
 */
export const saveStandingOrder = async (
  context: Context,
  viewer: Viewer,
  address: Address,
  body: NewStandingOrder,
  write: Write,
): Promise<StandingView> => {
  const now = context.clock.now()
  const today = shanghaiTime(now).date
  const community = communityOf(context, address.communityId)
  const canteen = findCanteen(context, address.communityId, address.canteenId)
  if (!canteen.sittings.some(({ kind }) => kind === address.sitting)) throw new AppError('not_found')
  if (body.weekdays.length === 0) throw new AppError('standing_order_empty')
  if (body.until !== undefined && body.until < today) throw new AppError('date_in_past')
  const eater = await admitEater(context, context.db, viewer, community, today)
  const { fulfilment, placeId, door, note } = checkWay(community, canteen, body, eater.homePlaceId)
  const key = { ...address, personId: viewer.personId }
  await inTransaction(context.db, now, write, async (trx) => {
    const id = (await lockStandingOrder(trx, key))?.id ?? uuidv7()
    await upsertStandingOrder(trx, {
      community_id: community.id,
      id,
      person_id: viewer.personId,
      canteen_id: canteen.id,
      sitting: address.sitting,
      weekdays: [...new Set(body.weekdays)].toSorted((a, b) => a - b),
      fulfilment,
      place_id: placeId,
      sealed_door: sealOrNull(context.sealer, door, ['standing_order', id, 'door']),
      sealed_note: sealOrNull(context.sealer, note, ['standing_order', id, 'note']),
      wanted_tags: [...new Set(body.wantedTags)],
      avoided_tags: [...new Set(body.avoidedTags)],
      until_on: body.until ?? null,
      saved_by: viewer.actorId,
      saved_at: now.toISOString(),
    })
    return { isSaved: true }
  })
  const saved = await findStandingOrder(context.db, key)
  if (!saved) throw new AppError('not_found')
  return presentStanding(context, saved, viewer)
}

/** Orders no more by itself; what is ordered already stays. Ended twice it is ended once. */
export const endStandingOrder = (
  context: Context,
  viewer: Viewer,
  address: Address,
  write: Write,
): Promise<{ hasEnded: boolean }> =>
  inTransaction(context.db, context.clock.now(), write, async (trx) => ({
    hasEnded: await deleteStandingOrder(trx, { ...address, personId: viewer.personId }),
  }))

const presentStanding = (context: Context, row: StandingRow, { language }: Pick<Viewer, 'language'>): StandingView => {
  const community = communityOf(context, row.community_id)
  const canteen = community.canteens.find(({ id }) => id === row.canteen_id)
  return {
    canteenId: row.canteen_id,
    canteenName: canteen ? inLanguage(canteen.name, language) : row.canteen_id,
    sitting: row.sitting,
    weekdays: row.weekdays,
    fulfilment: row.fulfilment,
    addressId: row.place_id,
    addressName: placeNameOf(row, { community }, language),
    door: openOrNull(context.sealer, row.sealed_door, ['standing_order', row.id, 'door']),
    note: openOrNull(context.sealer, row.sealed_note, ['standing_order', row.id, 'note']),
    wantedTags: row.wanted_tags,
    avoidedTags: row.avoided_tags,
    until: row.until_on,
  }
}

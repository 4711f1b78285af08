import { AppError } from '@little-bench/shared/kernel/errors'
import type { DELIVERY_VIEWS, Delivery } from '@little-bench/shared/notifications/subscribe.contract'
import type { z } from 'zod'
import { namesByPersonId } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import { idOfCursor, pageOfRows } from '../platform/db/cursor.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { watchesDeliveries } from './delivery.policy.ts'
import type { DeliveryRow } from './delivery.repository.ts'
import { countStuck, listDeliveryRows } from './delivery-list.repository.ts'

interface ListRequest {
  view: (typeof DELIVERY_VIEWS)[number]
  cursor?: string | undefined
  limit: number
}

/** How the messages of a community fare. Errors: `not_found` for whoever does not look after them. */
export const listDeliveries = async (
  context: Context,
  viewer: Viewer,
  communityId: string,
  { view, cursor, limit }: ListRequest,
) => {
  const isKnown = context.config().communities.has(communityId)
  if (!isKnown || !watchesDeliveries(viewer.roles, communityId)) throw new AppError('not_found')
  const now = context.clock.now()
  const rows = await listDeliveryRows(context.db, communityId, { view, beforeId: idOfCursor(cursor), limit }, now)
  const page = pageOfRows(rows, limit, (row) => [row.id])
  const names = await namesByPersonId(
    context,
    page.rows.map((row) => row.person_id),
  )
  return {
    items: page.rows.map((row) => presentDelivery(row, names.get(row.person_id)?.masked ?? '')),
    nextCursor: page.nextCursor,
    stuck: await countStuck(context.db, now, communityId),
  }
}

/** How one message fares; what it says is nobody's business here. */
const presentDelivery = (row: DeliveryRow, personName: string): z.input<typeof Delivery> => ({
  id: row.id,
  personName,
  kind: row.kind,
  state: row.state,
  problem: row.problem,
  attempts: row.attempts,
  errorCode: row.error_code,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  nextAt: row.next_at,
  isCalled: row.called_at !== null,
})

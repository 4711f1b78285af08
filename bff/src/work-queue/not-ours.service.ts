import { AppError } from '@little-bench/shared/kernel/errors'
import type { deskContract } from '@little-bench/shared/work-queue/desk.contract'
import { instantAndIdOfCursor, pageOfRows } from '../platform/db/cursor.ts'
import type { Handlers } from '../platform/http/mount.ts'
import { overseeingQueueIds } from './community-desk.policy.ts'
import type { Engine } from './engine.ts'
import { listNotOursEntries } from './not-ours.repository.ts'
import { servedQueues } from './work-item.policy.ts'

/** The register of what was not ours, for the community's own staff and its subdistrict. Errors: `not_found` for others. */
export const notOursHandlers = (engine: Engine): Pick<Handlers<typeof deskContract>, 'listNotOurs'> => ({
  async listNotOurs({ viewer, params: { communityId }, query: { cursor, limit } }) {
    const config = engine.config()
    const queueIds = overseeingQueueIds(servedQueues(viewer.roles, config), config, communityId)
    if (queueIds.length === 0) throw new AppError('not_found')
    const rows = await listNotOursEntries(engine.db, {
      communityId,
      viewerId: viewer.personId,
      queueIds,
      before: instantAndIdOfCursor(cursor),
      limit,
    })
    const page = pageOfRows(rows, limit, (row) => [row.registered_at, row.work_item_id])
    return {
      items: page.rows.map((row) => ({
        workItemId: row.work_item_id,
        receiptNumber: row.receipt_number,
        title: row.title,
        destination: row.destination,
        phone: row.phone,
        registeredAt: row.registered_at,
      })),
      nextCursor: page.nextCursor,
    }
  },
})

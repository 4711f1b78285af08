import { AppError } from '@little-bench/shared/kernel/errors'
import type { deskContract, SavedView } from '@little-bench/shared/work-queue/desk.contract'
import type { z } from 'zod'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Handlers } from '../platform/http/mount.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from './engine.ts'
import {
  deleteSavedViewOf,
  listSavedViewsOf,
  lockSavedViewsOf,
  type SavedViewRow,
  upsertSavedView,
} from './saved-view.repository.ts'
import { servedQueues } from './work-item.policy.ts'

/** More than this and nobody finds the one they look for. */
const MAX_VIEWS = 30

type View = z.input<typeof SavedView>

const presentView = ({ id, name, queue_id, view, filter }: SavedViewRow): View => ({
  id,
  name,
  queueId: queue_id,
  view,
  filter,
})

/** The viewer's own views of queues that they still serve. */
const listSavedViews = async (engine: Engine, viewer: Viewer): Promise<View[]> => {
  const served = servedQueues(viewer.roles, engine.config())
  const rows = await listSavedViewsOf(engine.db, viewer.personId)
  return rows.filter((row) => served.has(row.queue_id)).map(presentView)
}

/** Keeps a view or writes it over. Errors: `not_served_queue`, `too_many_views`. */
const saveSavedView = async (engine: Engine, viewer: Viewer, { queueId, ...rest }: SavedView): Promise<View> => {
  const row = { ...rest, queue_id: queueId }
  if (!servedQueues(viewer.roles, engine.config()).has(queueId)) throw new AppError('not_served_queue')
  const now = engine.clock.now()
  return inTransaction(engine.db, now, PLAIN_WRITE, async (trx) => {
    await lockSavedViewsOf(trx, viewer.personId)
    const others = (await listSavedViewsOf(trx, viewer.personId)).filter(({ id }) => id !== row.id)
    if (others.length >= MAX_VIEWS) throw new AppError('too_many_views')
    await upsertSavedView(trx, viewer.personId, row, now)
    return presentView(row)
  })
}

/** Errors: `not_found`, also for somebody else's view. */
const deleteSavedView = async (engine: Engine, viewer: Viewer, id: string): Promise<{ isDeleted: true }> => {
  if (!(await deleteSavedViewOf(engine.db, viewer.personId, id))) throw new AppError('not_found')
  return { isDeleted: true }
}

type SavedViewOperation = 'listSavedViews' | 'saveSavedView' | 'deleteSavedView'

export const savedViewHandlers = (engine: Engine): Pick<Handlers<typeof deskContract>, SavedViewOperation> => ({
  listSavedViews: async ({ viewer }) => ({ items: await listSavedViews(engine, viewer), nextCursor: null }),
  saveSavedView: ({ viewer, params, body }) => saveSavedView(engine, viewer, { id: params.viewId, ...body }),
  deleteSavedView: ({ viewer, params }) => deleteSavedView(engine, viewer, params.viewId),
})

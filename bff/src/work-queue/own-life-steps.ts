import type { Outcome } from '@little-bench/shared/work-queue/lifecycle'
import type { Trx } from '../platform/db/database.ts'
import { applyStep } from './apply-step.ts'
import { type Engine, within } from './engine.ts'
import { reopenItem } from './reopen-work-item.ts'
import { lockWorkItemById, type RatedWorkItemRow } from './work-item.repository.ts'

/** An item whose subject has a life of its own: the feature moves it along beside its subject, in one transaction. */
export interface OwnLifeItem {
  communityId: string
  workItemId: string
}

const held = async (trx: Trx, { communityId, workItemId }: OwnLifeItem): Promise<RatedWorkItemRow> => {
  const item = await lockWorkItemById(trx, communityId, workItemId)
  if (!item) throw new Error(`the subject has no item ${workItemId}`)
  return item
}

/** Somebody has it in their hands from now on. */
export const claimFor = async (
  engine: Engine,
  trx: Trx,
  address: OwnLifeItem,
  { staffId, now }: { staffId: string; now: Date },
): Promise<void> => {
  const item = await held(trx, address)
  if (item.state !== 'queued' && item.state !== 'dispatched') return
  const change = { state: 'accepted', assignee_id: staffId } as const
  await applyStep(within(engine, trx), trx, item, { kind: 'claimed', actorId: staffId, change }, now)
}

/** Its subject has ended; null stands for nobody's hand. An item that is closed stays as it is. */
export const closeFor = async (
  engine: Engine,
  trx: Trx,
  address: OwnLifeItem,
  { actorId, outcome, now }: { actorId: string | null; outcome: Outcome; now: Date },
): Promise<void> => {
  const item = await held(trx, address)
  if (item.state === 'closed') return
  const change = { state: 'closed', outcome, closed_at: now.toISOString() } as const
  const kind = outcome === 'withdrawn' ? 'withdrawn' : 'closed'
  await applyStep(within(engine, trx), trx, item, { kind, actorId, change, details: { outcome } }, now)
}

/** Its subject goes on. */
export const reopenFor = async (
  engine: Engine,
  trx: Trx,
  address: OwnLifeItem,
  { staffId, note, now }: { staffId: string; note: string; now: Date },
): Promise<void> => {
  const item = await held(trx, address)
  if (item.state !== 'closed') return
  await reopenItem(within(engine, trx), trx, item, { actorId: staffId, note, now })
  await claimFor(engine, trx, address, { staffId, now })
}

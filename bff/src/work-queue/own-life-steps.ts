import type { ClockChange, ClockStates } from '@little-bench/shared/work-queue/clocks'
import { isOpen, type Outcome } from '@little-bench/shared/work-queue/lifecycle'
import type { Trx } from '../platform/db/database.ts'
import { applyStep } from './apply-step.ts'
import { type Engine, within } from './engine.ts'
import { clocksOf } from './item-facts.ts'
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

/** Somebody has it in their hands from now on, and until then its subject should have come to its end. */
export const claimFor = async (
  engine: Engine,
  trx: Trx,
  address: OwnLifeItem,
  { staffId, dueAt, now }: { staffId: string; dueAt: Date; now: Date },
): Promise<void> => {
  const item = await held(trx, address)
  if (!isOpen(item.state)) return
  const change = { state: 'accepted', assignee_id: staffId } as const
  const clocks = promiseEnd(clocksOf(item), dueAt, now)
  await applyStep(within(engine, trx), trx, item, { kind: 'claimed', actorId: staffId, change, clocks }, now)
}

/** Nobody replies on the desk to what is answered elsewhere, and how long that takes its feature knows. */
const promiseEnd = (clocks: ClockStates, dueAt: Date, now: Date): { clocks: ClockStates; changes: ClockChange[] } => {
  const reply = clocks.first_reply
  const voided: ClockChange[] =
    reply.endedAt === null ? [{ clock: 'first_reply', change: 'ended', result: 'void' }] : []
  return {
    clocks: { ...clocks, first_reply: { ...reply, endedAt: reply.endedAt ?? now }, resolve: { dueAt, endedAt: null } },
    changes: [...voided, { clock: 'resolve', change: 'resumed', dueAt: dueAt.toISOString() }],
  }
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
  { staffId, note, dueAt, now }: { staffId: string; note: string; dueAt: Date; now: Date },
): Promise<void> => {
  const item = await held(trx, address)
  if (item.state !== 'closed') return
  await reopenItem(within(engine, trx), trx, item, { actorId: staffId, note, now })
  await claimFor(engine, trx, address, { staffId, dueAt, now })
}

/** What the requester has to say, as the first words of an item that has just come in. */
export const sayFor = async (
  engine: Engine,
  trx: Trx,
  address: OwnLifeItem,
  { body, hand, now }: { body: string; hand: { actorId: string; actingForId: string | null }; now: Date },
): Promise<void> => {
  const item = await held(trx, address)
  const message = { body, visibleTo: 'requester' } as const
  await applyStep(within(engine, trx), trx, item, { kind: 'replied', ...hand, message, keepsVersion: true }, now)
}

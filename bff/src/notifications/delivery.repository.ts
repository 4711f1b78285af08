import { type Standing, stuckFrom } from '@little-bench/shared/notifications/delivery-standing'
import type { DeliveryProblem } from '@little-bench/shared/notifications/templates'
import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { InboxMessage, MessageDelivery } from '../platform/db/tables.generated.ts'

export type DeliveriesDb = DbOf<'message_delivery' | 'inbox_message'>
type Db = DeliveriesDb
export type DeliveryRow = Selectable<MessageDelivery>
/** A delivery with what its message is about. */
export type OutgoingRow = DeliveryRow &
  Pick<Selectable<InboxMessage>, 'details' | 'work_item_id' | 'subject_id' | 'read_at'>
export type DeliveryKey = Pick<DeliveryRow, 'community_id' | 'id'>

export const insertDeliveries = async (db: Db, rows: readonly Insertable<MessageDelivery>[]): Promise<void> => {
  if (rows.length === 0) return
  await tables(db)
    .insertInto('message_delivery')
    .values([...rows])
    .execute()
}

/**
 * Written into the statement: the partial indexes are of use only where the planner knows the state, and as a parameter it
 * is unknown to a plan that is kept. Ten thousand waiting messages were each found by reading all of them.
 */
const WAITING = sql<'waiting'>`'waiting'`
const SENDING = sql<'sending'>`'sending'`

/** Deliveries with their messages. */
export const outgoing = (db: Db) =>
  tables(db)
    .selectFrom('message_delivery as delivery')
    .innerJoin('inbox_message as message', 'message.id', 'delivery.inbox_message_id')
    .selectAll('delivery')
    .select(['message.details', 'message.work_item_id', 'message.subject_id', 'message.read_at'])

/** The next message whose time has come, to somebody who is sent no other just now; no other process gets it meanwhile. */
export const lockNextWaiting = (db: Db, now: Date): Promise<OutgoingRow | undefined> =>
  outgoing(db)
    .where('delivery.state', '=', WAITING)
    .where('delivery.next_at', '<=', now.toISOString())
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('message_delivery as other')
            .select('other.id')
            .whereRef('other.person_id', '=', 'delivery.person_id')
            .where('other.state', '=', SENDING),
        ),
      ),
    )
    .orderBy('delivery.next_at')
    .orderBy('delivery.id')
    .limit(1)
    .forUpdate('delivery')
    .skipLocked()
    .executeTakeFirst()

/** Until the transaction ends nobody else begins to send this person anything. */
export const holdSendingTo = async (db: Db, personId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('message_delivery' || ${personId}::text, 0))`.execute(
    tables(db),
  )
}

/** Waiting → sending, unless somebody else has begun to send this person something. */
export const beginSending = (db: Db, { community_id, id, person_id }: DeliveryRow, now: Date) =>
  tables(db)
    .updateTable('message_delivery')
    .set(({ eb }) => ({
      ...columnsOf({ state: 'sending', problem: null, nextAt: null }, { callAt: null, isUnreachable: false }, now),
      attempts: eb('attempts', '+', 1),
      error_code: null,
    }))
    .where('community_id', '=', community_id)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('message_delivery as other')
            .select('other.id')
            .where('other.person_id', '=', person_id)
            .where('other.state', '=', SENDING),
        ),
      ),
    )
    .returning('attempts')
    .executeTakeFirst()

interface Settling {
  key: DeliveryKey
  /** It is settled only from one of these. */
  from: readonly DeliveryRow['state'][]
  standing: Standing
  errorCode?: number | null
  wechatMessageId?: string | null
}

/**
 * What became of it; false when it has become something else meanwhile. Whether it is stuck depends on whether somebody is
 * still to call, and while it was on its way it may have been read.
 */
export const settleDelivery = async (
  db: Db,
  { key, from, standing, errorCode = null, wechatMessageId = null }: Settling,
  now: Date,
): Promise<boolean> => {
  const held = await tables(db)
    .selectFrom('message_delivery')
    .select(['call_at', 'is_unreachable'])
    .where('community_id', '=', key.community_id)
    .where('id', '=', key.id)
    .where('state', 'in', [...from])
    .forUpdate()
    .executeTakeFirst()
  if (!held) return false
  await tables(db)
    .updateTable('message_delivery')
    .set({
      ...columnsOf(standing, watchOf(held), now),
      error_code: errorCode,
      ...(wechatMessageId !== null && { wechat_message_id: wechatMessageId }),
    })
    .where('community_id', '=', key.community_id)
    .where('id', '=', key.id)
    .execute()
  return true
}

/** WeChat's own id of a message that was told to have arrived before this process knew that it was sent. */
export const nameDelivery = async (db: Db, key: DeliveryKey, wechatMessageId: string): Promise<void> => {
  await tables(db)
    .updateTable('message_delivery')
    .set({ wechat_message_id: wechatMessageId })
    .where('community_id', '=', key.community_id)
    .where('id', '=', key.id)
    .where('wechat_message_id', 'is', null)
    .execute()
}

/** The message that WeChat calls so. */
export const lockNamed = (db: Db, wechatMessageId: string): Promise<DeliveryRow | undefined> =>
  tables(db)
    .selectFrom('message_delivery')
    .selectAll()
    .where('wechat_message_id', '=', wechatMessageId)
    .forUpdate()
    .executeTakeFirst()

/** How far WeChat's clock may stand from ours, and how long it may take to tell. */
const EARLIER_MS = 24 * 60 * 60_000
const LATER_MS = 5 * 60_000

/** So much nearer than any other a message must be to be taken for the one that WeChat means. */
const APART_MS = 60_000

/**
 * The message to somebody of which WeChat's name is not known that was handed over about when WeChat says. Of several at
 * about that time none: one that never went out would pass for delivered, and nobody would call about it.
 */
export const lockUnnamed = async (
  db: Db,
  { personId, templateId }: { personId: string; templateId: string },
  at: Date,
): Promise<DeliveryRow | undefined> => {
  const [nearest, next] = await unnamed(db, personId, templateId)
    .select(['community_id', 'id', 'changed_at'])
    .where('changed_at', '>', new Date(at.getTime() - EARLIER_MS).toISOString())
    .where('changed_at', '<', new Date(at.getTime() + LATER_MS).toISOString())
    .orderBy(sql`abs(extract(epoch from changed_at - ${at.toISOString()}::timestamptz))`)
    .limit(2)
    .execute()
  const distance = (row: Pick<DeliveryRow, 'changed_at'>) => Math.abs(new Date(row.changed_at).getTime() - at.getTime())
  if (!nearest || (next && distance(next) - distance(nearest) < APART_MS)) return undefined
  return unnamed(db, personId, templateId)
    .selectAll()
    .where('community_id', '=', nearest.community_id)
    .where('id', '=', nearest.id)
    .forUpdate()
    .executeTakeFirst()
}

const unnamed = (db: Db, personId: string, templateId: string) =>
  tables(db)
    .selectFrom('message_delivery')
    .where('person_id', '=', personId)
    .where('template_id', '=', templateId)
    .where('wechat_message_id', 'is', null)
    .where('state', 'in', ['sending', 'sent', 'unclear'])

/**
 * The name belongs to this message: one of which nobody knew has got it by mistake, because WeChat told of this one before
 * it answered. True when there was one.
 */
export const takeNameBack = async (
  db: Db,
  { id }: DeliveryKey,
  wechatMessageId: string,
  standing: Standing,
  now: Date,
): Promise<boolean> => {
  const other = await lockNamed(db, wechatMessageId)
  if (!other || other.id === id) return false
  await tables(db)
    .updateTable('message_delivery')
    .set({ ...columnsOf(standing, watchOf(other), now), wechat_message_id: null })
    .where('community_id', '=', other.community_id)
    .where('id', '=', other.id)
    .execute()
  return true
}

/** What is in the hands of a process since before this instant. */
export const listLost = (db: Db, before: Date): Promise<DeliveryRow[]> =>
  tables(db)
    .selectFrom('message_delivery')
    .selectAll()
    .where('state', '=', SENDING)
    .where('changed_at', '<=', before.toISOString())
    // In one order for all processes, so that two never wait for each other.
    .orderBy('id')
    .execute()

/** It was read before it went out: the inbox was enough. */
export const dropDelivery = async (db: Db, { community_id, id }: DeliveryKey): Promise<void> => {
  await tables(db)
    .deleteFrom('message_delivery')
    .where('community_id', '=', community_id)
    .where('id', '=', id)
    .execute()
}

export const standingOf = ({ state, problem, next_at: nextAt }: DeliveryRow): Standing => ({
  state,
  problem: problem as DeliveryProblem | null,
  nextAt: nextAt === null ? null : new Date(nextAt),
})

type Watch = Pick<DeliveryRow, 'call_at' | 'is_unreachable'>

const watchOf = (row: Watch) => ({
  callAt: row.call_at === null ? null : new Date(row.call_at),
  isUnreachable: row.is_unreachable,
})

/** The columns of a standing, with the instant from which it is stuck. */
export const columnsOf = (standing: Standing, watch: { callAt: Date | null; isUnreachable: boolean }, now: Date) => ({
  state: standing.state,
  problem: standing.problem,
  next_at: standing.nextAt?.toISOString() ?? null,
  changed_at: now.toISOString(),
  stuck_at: stuckFrom({ ...standing, ...watch, changedAt: now })?.toISOString() ?? null,
})

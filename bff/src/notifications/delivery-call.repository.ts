import { OPERATORS_PROBLEMS, type Standing } from '@little-bench/shared/notifications/delivery-standing'
import { sql } from 'kysely'
import { tables } from '../platform/db/database.ts'
import {
  columnsOf,
  type DeliveriesDb as Db,
  type DeliveryKey,
  type DeliveryRow,
  type OutgoingRow,
  outgoing,
} from './delivery.repository.ts'

export type DueCall = DeliveryKey & { call_at: string | null }

/** What the counter is to call about by now, the longest due first. */
export const listToCall = (
  db: Db,
  now: Date,
  { kinds, after, limit }: { kinds: readonly string[]; after: DueCall | undefined; limit: number },
): Promise<DueCall[]> =>
  tables(db)
    .selectFrom('message_delivery')
    .select(['community_id', 'id', 'call_at'])
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(call_at, id) > (${after?.call_at ?? null}::timestamptz, ${after?.id ?? null}::uuid)`),
    )
    .where('call_at', '<=', now.toISOString())
    .where(sql<boolean>`kind = any(${sql.val([...kinds])}::text[])`)
    .where('called_at', 'is', null)
    .where(sql<boolean>`not is_unreachable`)
    .orderBy('call_at')
    .orderBy('id')
    .limit(limit)
    .execute()

/** One of them, held until the transaction ends; undefined when somebody else has it or it is done. */
export const lockToCall = (db: Db, key: DeliveryKey, now: Date): Promise<OutgoingRow | undefined> =>
  outgoing(db)
    .where('delivery.community_id', '=', key.community_id)
    .where('delivery.id', '=', key.id)
    .where('delivery.call_at', '<=', now.toISOString())
    .where('delivery.called_at', 'is', null)
    .where('delivery.is_unreachable', '=', false)
    .forUpdate('delivery')
    .skipLocked()
    .executeTakeFirst()

/** How the question whether to call ended. */
export const settleCallAbout = async (
  db: Db,
  row: DeliveryRow,
  after: Standing & { calledAt: Date | null; isUnreachable: boolean },
  now: Date,
): Promise<void> => {
  const { calledAt, isUnreachable, ...standing } = after
  await tables(db)
    .updateTable('message_delivery')
    .set({
      ...columnsOf(standing, { callAt: null, isUnreachable }, now),
      call_at: null,
      called_at: calledAt?.toISOString() ?? null,
      is_unreachable: isUnreachable,
    })
    .where('community_id', '=', row.community_id)
    .where('id', '=', row.id)
    .execute()
}

type TakenBack =
  | { kinds: readonly string[]; aboutPersonIds: readonly string[] }
  | { personId: string; workItemId: string }

/** What is not said any more goes no further; what has gone out already is called about no more. */
export const takeBackDeliveries = async (db: Db, what: TakenBack & { communityId: string }): Promise<void> => {
  const isMeant =
    'kinds' in what
      ? sql<boolean>`message.kind = any(${sql.val([...what.kinds])}::text[])
          and message.details ->> 'aboutPersonId' = any(${sql.val([...what.aboutPersonIds])}::text[])`
      : sql<boolean>`message.person_id = ${what.personId} and message.work_item_id = ${what.workItemId}`
  const meant = tables(db)
    .selectFrom('message_delivery as delivery')
    .innerJoin('inbox_message as message', 'message.id', 'delivery.inbox_message_id')
    .select('delivery.id')
    .where('delivery.community_id', '=', what.communityId)
    .where('delivery.called_at', 'is', null)
    .where(({ or, eb }) =>
      or([eb('delivery.state', 'in', ['waiting', 'sending']), eb('delivery.call_at', 'is not', null)]),
    )
    .where(isMeant)
  const rows = await meant.orderBy('delivery.id').forUpdate('delivery').execute()
  const ids = sql<string>`any(${sql.val(rows.map(({ id }) => id))}::uuid[])`
  await tables(db)
    .deleteFrom('message_delivery')
    .where('community_id', '=', what.communityId)
    .where('id', '=', ids)
    .where('state', '=', 'waiting')
    .execute()
  // WeChat has it just now: should it turn out not to have gone out, it is not tried again.
  await tables(db)
    .updateTable('message_delivery')
    .set({ state: 'unclear', problem: 'no_answer', stuck_at: null })
    .where('community_id', '=', what.communityId)
    .where('id', '=', ids)
    .where('state', '=', 'sending')
    .execute()
  await tables(db)
    .updateTable('message_delivery')
    .set({ call_at: null, stuck_at: sql<string | null>`case when ${isForSomebodyElse} then stuck_at end` })
    .where('community_id', '=', what.communityId)
    .where('id', '=', ids)
    .where('call_at', 'is not', null)
    .execute()
}

/** It was read: nobody calls about it any more, and nobody is looked for who could. */
export const spareCall = async (db: Db, inboxMessageId: string): Promise<void> => {
  await tables(db)
    .updateTable('message_delivery')
    .set({
      call_at: null,
      is_unreachable: false,
      stuck_at: sql<string | null>`case when ${isForSomebodyElse} then stuck_at end`,
    })
    .where('inbox_message_id', '=', inboxMessageId)
    .where(({ or, eb }) => or([eb('call_at', 'is not', null), eb('is_unreachable', '=', true)]))
    .execute()
}

/** Which calls were asked for because nobody had read it: their lines go by the id of the delivery. */
export const listCallsAbout = (
  db: Db,
  inboxMessageId: string,
): Promise<Pick<DeliveryRow, 'community_id' | 'id' | 'kind'>[]> =>
  tables(db)
    .selectFrom('message_delivery')
    .select(['community_id', 'id', 'kind'])
    .where('inbox_message_id', '=', inboxMessageId)
    .where('called_at', 'is not', null)
    .execute()

/** Stuck for another reason than that nobody has called. */
const isForSomebodyElse = sql<boolean>`
  state in ('waiting', 'sending') or coalesce(problem = any(${sql.val([...OPERATORS_PROBLEMS])}::text[]), false)`

import type { Insertable, Selectable } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { WorkItem, WorkItemEvent, WorkItemMessage } from '../platform/db/tables.generated.ts'

type Db = DbOf<'work_item' | 'work_item_event' | 'work_item_message'>

export type EventRow = Pick<
  Selectable<WorkItemEvent>,
  | 'id'
  | 'kind'
  | 'from_state'
  | 'to_state'
  | 'queue_id'
  | 'actor_id'
  | 'acting_for_id'
  | 'visible_to'
  | 'created_at'
  | 'details'
> & {
  /** Of the words that came with it; null when there are none, or their author took them back. */
  message_id: string | null
  body: string | null
  message_visible_to: Selectable<WorkItemMessage>['visible_to'] | null
}

/** An item and its first event in one statement: neither exists without the other. */
export const insertWorkItemWithEvent = async (
  db: Db,
  item: Insertable<WorkItem>,
  event: Insertable<WorkItemEvent>,
): Promise<void> => {
  await tables(db)
    .with('item', (query) => query.insertInto('work_item').values(item).returning('id'))
    .insertInto('work_item_event')
    .values(event)
    .execute()
}

export const insertEvent = async (db: Db, event: Insertable<WorkItemEvent>): Promise<void> => {
  await tables(db).insertInto('work_item_event').values(event).execute()
}

export const insertEvents = async (db: Db, events: readonly Insertable<WorkItemEvent>[]): Promise<void> => {
  await tables(db).insertInto('work_item_event').values(events).execute()
}

/** An event and the words that came with it. */
export const insertEventWithMessage = async (
  db: Db,
  event: Insertable<WorkItemEvent>,
  message: Insertable<WorkItemMessage>,
): Promise<void> => {
  await tables(db)
    .with('message', (query) => query.insertInto('work_item_message').values(message).returning('id'))
    .insertInto('work_item_event')
    .values({ ...event, message_id: message.id })
    .execute()
}

/** The whole history of an item, oldest first; who may read which row is the presenter's decision. */
export const listEvents = (db: Db, communityId: string, workItemId: string): Promise<EventRow[]> =>
  tables(db)
    .selectFrom('work_item_event as event')
    .leftJoin('work_item_message as message', (join) =>
      join
        .onRef('message.community_id', '=', 'event.community_id')
        .onRef('message.id', '=', 'event.message_id')
        .on('message.redacted_at', 'is', null),
    )
    .select([
      'event.id',
      'event.kind',
      'event.from_state',
      'event.to_state',
      'event.queue_id',
      'event.actor_id',
      'event.acting_for_id',
      'event.visible_to',
      'event.created_at',
      'event.details',
      'message.id as message_id',
      'message.body',
      'message.visible_to as message_visible_to',
    ])
    .where('event.community_id', '=', communityId)
    .where('event.work_item_id', '=', workItemId)
    .orderBy('event.id')
    .execute()

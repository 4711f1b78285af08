import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { ReplyTemplate } from '../platform/db/tables.generated.ts'

type Db = DbOf<'reply_template'>
export type ReplyTemplateRow = Selectable<ReplyTemplate>

/** The newest version of every template that somebody of the community has saved. */
export const listNewestTemplates = (db: Db, communityId: string): Promise<ReplyTemplateRow[]> =>
  tables(db)
    .selectFrom('reply_template')
    .selectAll()
    .distinctOn('id')
    .where('community_id', '=', communityId)
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute()

/** Checks and changes in one statement: false when another version is in force than the one before `template.version`. */
export const insertTemplateVersion = async (db: Db, template: Insertable<ReplyTemplate>): Promise<boolean> => {
  const { community_id: communityId, id, version } = template
  const inserted = await tables(db)
    .with('newest', (query) =>
      query
        .selectFrom('reply_template')
        .select(({ fn }) => fn.coalesce(fn.max('version'), sql<number>`0`).as('version'))
        .where('community_id', '=', communityId)
        .where('id', '=', id),
    )
    .insertInto('reply_template')
    .columns([
      'community_id',
      'id',
      'version',
      'name',
      'zh',
      'bo',
      'service_codes',
      'states',
      'is_retired',
      'saved_by',
      'saved_at',
    ])
    .expression((query) =>
      query
        .selectFrom('newest')
        .select([
          sql<string>`${communityId}::text`.as('community_id'),
          sql<string>`${id}::uuid`.as('id'),
          sql<number>`${version}::integer`.as('version'),
          sql<string>`${template.name}::text`.as('name'),
          sql<string>`${template.zh}::text`.as('zh'),
          sql<string | null>`${template.bo ?? null}::text`.as('bo'),
          sql<string[]>`${template.service_codes}::text[]`.as('service_codes'),
          sql<ReplyTemplateRow['states']>`${template.states}::text[]`.as('states'),
          sql<boolean>`${template.is_retired}::boolean`.as('is_retired'),
          sql<string>`${template.saved_by}::uuid`.as('saved_by'),
          sql<string>`${template.saved_at}::timestamptz`.as('saved_at'),
        ])
        .where('newest.version', '=', version - 1),
    )
    // Of two who saved at the same time the second waits here and finds the version taken.
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return inserted !== undefined
}

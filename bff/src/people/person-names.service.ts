import type { Context } from '../platform/context.ts'
import { shownName } from './mask.ts'
import { listNamesByIds } from './person.repository.ts'

/** Somebody's name: in full for staff, who act for the community by name, and masked as colleagues see a resident. */
export interface PersonNames {
  full: string
  masked: string
}

/** Names by person id in one look-up. */
export const namesByPersonId = async (
  { db }: Pick<Context, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PersonNames>> => {
  if (ids.length === 0) return new Map()
  const rows = await listNamesByIds(db, [...new Set(ids)])
  return new Map(rows.map((row) => [row.id, { full: row.name, masked: shownName(row) }]))
}

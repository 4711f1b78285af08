import type { LoadedConfig } from '@little-bench/config/model'
import type { Context } from '../platform/context.ts'
import { maskName } from './mask.ts'
import { insertDemoPerson, listNamesByIds, listPeopleInScope, type PersonRow } from './person.repository.ts'

export { createActFor, mayActFor } from './act-for.service.ts'
export { type CellSuccession, moveGridRoles } from './grid-role.repository.ts'
export { mountPeople } from './people.routes.ts'
export { deleteExpiredSessions } from './session.repository.ts'
export { authenticate } from './session.service.ts'
export type { PersonNotice, TellPerson } from './tell-person.ts'
export type { PersonRow }

/** Loads the demonstration people of the configuration; their names are role names. */
export const loadDemoPeople = async (context: Context): Promise<void> => {
  const now = context.clock.now()
  await context.db.transaction().execute(async (trx) => {
    for (const person of context.config().demoPeople) {
      await insertDemoPerson(trx, { id: person.id, name: person.name.zh, roles: person.roles }, now)
    }
  })
}

/** Somebody's name: in full for staff, who act for the community by name, and masked as colleagues see a resident. */
export interface PersonNames {
  full: string
  masked: string
}

/** Names by person id in one look-up; a demonstration name is a role, identifies nobody and stays unmasked. */
export const namesByPersonId = async (
  context: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PersonNames>> => {
  if (ids.length === 0) return new Map()
  const rows = await listNamesByIds(context.db, [...new Set(ids)])
  return new Map(rows.map((row) => [row.id, { full: row.name, masked: row.is_demo ? row.name : maskName(row.name) }]))
}

/** Everybody with a role in a community or a unit. */
export const peopleInScope = (
  context: Context,
  scope: { communityId: string | null; unitId: string | null },
): Promise<PersonRow[]> => listPeopleInScope(context.db, scope)

/** Who may sign in on a demonstration server: name and roles. */
export const listDemoNames = (config: LoadedConfig): { name: string; role: string }[] =>
  config.demoPeople
    .filter(({ hasAccount }) => hasAccount)
    .map(({ name, roles }) => ({ name: name.zh, role: roles.map(({ role }) => role).join(', ') }))

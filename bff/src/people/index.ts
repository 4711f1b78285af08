import type { LoadedConfig } from '@little-bench/config/model'
import type { Context } from '../platform/context.ts'
import { maskName } from './mask.ts'
import { insertDemoPerson, listPeopleByIds, listPeopleInScope, type PersonRow } from './person.repository.ts'

export { mountPeople } from './people.routes.ts'
export { deleteExpiredSessions } from './session.repository.ts'
export { authenticate } from './session.service.ts'
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

/** Names by person id, as a colleague may see them; a demonstration name is a role and identifies nobody. */
export const maskedNames = async (context: Context, ids: readonly string[]): Promise<Map<string, string>> => {
  const rows = await listPeopleByIds(context.db, [...new Set(ids)])
  return new Map(rows.map((row) => [row.id, row.is_demo ? row.name : maskName(row.name)]))
}

/** Names of staff by person id; whoever acts for the community does so by name. */
export const staffNames = async (context: Context, ids: readonly string[]): Promise<Map<string, string>> => {
  const rows = await listPeopleByIds(context.db, [...new Set(ids)])
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Everybody with a role in a community or a unit. */
export const peopleInScope = (
  context: Context,
  scope: { communityId: string | null; unitId: string | null },
): Promise<PersonRow[]> => listPeopleInScope(context.db, scope)

/** Who may sign in on a demonstration server: name and roles. */
export const listDemoNames = (config: LoadedConfig): { name: string; role: string }[] =>
  config.demoPeople.map(({ name, roles }) => ({ name: name.zh, role: roles.map(({ role }) => role).join(', ') }))

import type { LoadedConfig } from '@little-bench/config/model'
import type { Context } from '../platform/context.ts'
import { loadDemoFacts } from './demo-facts.ts'
import { listGridWorkers } from './grid-role.repository.ts'
import {
  insertDemoPerson,
  insertNameless,
  listClosedIds,
  listPeopleInScope,
  type PersonRow,
} from './person.repository.ts'
import { upsertContact } from './person-contact.repository.ts'
import { sealContact } from './sealed-contact.ts'

export type { ItemDescription } from './act.presenter.ts'
export { createActFor, listCountingGrants, mayActFor } from './act-for.service.ts'
export { agentsOf } from './agents-of.service.ts'
export { assistedBy } from './assisted-by.ts'
export { mountChildren } from './child.routes.ts'
export type { ChildDuties } from './child.service.ts'
export { type ChildReading, childrenById, childrenOf, holdChildren, recordChildReads } from './children.ts'
export { type Reading, recordReads } from './confidential-reads.ts'
export { type ConsentStanding, consentsOf, hasConsent, keepConsent, takeBackConsent } from './consents.ts'
export {
  contactsByPersonId,
  hasAccount,
  hasPhone,
  isKnownPerson,
  peopleToldByCall,
  peopleWithPhone,
  presentIds,
} from './contact.service.ts'
export { assistsCommunity, homeCommunityOf, livesIn } from './counter.policy.ts'
export { mountCounter } from './counter.routes.ts'
export { mountFactCheck } from './fact-check.routes.ts'
export { type GrantDuties, mountGrants } from './grant.routes.ts'
export { askForReviews } from './grant-review.service.ts'
export { type CellSuccession, moveGridRoles } from './grid-role.repository.ts'
export { homeCellOf, homePlacesOf } from './home-cell.service.ts'
export { countHouseholdsOf, householdIdOf, listHousemates } from './household.repository.ts'
export { leavePeople } from './leave-people.service.ts'
export type { DescribeItems } from './list-acts.service.ts'
export type { AskToCall } from './offer-grant.service.ts'
export { deleteExpiredCodes, endCodes } from './one-time-code.repository.ts'
export { type KeptCode, makeCode, type ShownCode, showCode, spendCode } from './one-time-code.service.ts'
export type { AccountDuties, KeepConsent } from './open-account.service.ts'
export { childConsentOf, factConsentOf } from './own-consents.repository.ts'
export { mountPeople } from './people.routes.ts'
export { findPersonById, lockAccount } from './person.repository.ts'
export { forgetPhoneOf } from './person-contact.repository.ts'
export { namesByPersonId, type PersonNames } from './person-names.service.ts'
export { PEOPLE_DATA } from './personal-data.ts'
export { forgetPhoneCodes } from './phone-code.service.ts'
export { mountProfile } from './profile.routes.ts'
export { recordAct } from './proxy-act.repository.ts'
export { type Caller, registerCaller } from './register-resident.service.ts'
export { factsOf } from './resident-fact.service.ts'
export type { OpenedChild } from './sealed-child.ts'
export type { Contact } from './sealed-contact.ts'
export { childcareNotePurpose, mealPurpose } from './sealed-purposes.ts'
export { deleteExpiredSessions, endSessionsOfWechat } from './session.repository.ts'
export { authenticate, limitCaseSessions, startCaseSession } from './session.service.ts'
export { mountSignIn } from './sign-in.routes.ts'
export { mountStaff } from './staff.routes.ts'
export type { TellPerson } from './tell-person.ts'
export { insertNameless, type PersonRow }

/** Loads the demonstration people of the configuration, and how to reach them; their names are role names. */
export const loadDemoPeople = async (context: Context): Promise<void> => {
  const now = context.clock.now()
  await context.db.transaction().execute(async (trx) => {
    const configured = context.config().demoPeople
    const closed = await listClosedIds(
      trx,
      configured.map(({ id }) => id),
    )
    const demoPeople = configured.filter(({ id }) => !closed.has(id))
    for (const { id, name, phone, channel, hasAccount: has_account, roles } of demoPeople) {
      await insertDemoPerson(trx, { id, name: name.zh, roles }, now)
      const sealed = sealContact(context.sealer, id, { name: name.zh, phone })
      await upsertContact(trx, { ...sealed, person_id: id, has_account, channel, created_at: now.toISOString() })
    }
    for (const person of demoPeople) await loadDemoFacts(context, trx, person, now)
  })
}

/** Everybody who works for a community or a unit. */
export const peopleInScope = (
  context: Context,
  scope: { communityId: string | null; unitId: string | null },
): Promise<PersonRow[]> => listPeopleInScope(context.db, scope)

/** The grid workers of a community by grid cell. */
export const workersByCell = async (
  context: Context,
  communityId: string,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const cells = new Map<string, string[]>()
  for (const { grid_cell_id: cellId, person_id: personId } of await listGridWorkers(context.db, communityId)) {
    if (cellId !== null) cells.set(cellId, [...(cells.get(cellId) ?? []), personId])
  }
  return cells
}

/** Who may sign in on a demonstration server: name and roles. */
export const listDemoNames = (config: LoadedConfig): { name: string; role: string }[] =>
  config.demoPeople
    .filter(({ hasAccount }) => hasAccount)
    .map(({ name, roles }) => ({ name: name.zh, role: roles.map(({ role }) => role).join(', ') }))

import type { LoadedConfig } from '../model.ts'
import type { Problem } from '../problem.ts'
import type { Sources } from '../sources.ts'
import { checkCalendars } from './calendars.ts'
import { checkCanteenService, checkCanteens } from './canteens.ts'
import { checkCategories } from './categories.ts'
import { checkChildcare } from './childcare.ts'
import { checkContacts } from './contacts.ts'
import { checkDeadlineClasses } from './deadline-classes.ts'
import { checkDemoPeople } from './demo-people.ts'
import { checkGridRedraws, checkRedrawnPlaces } from './grid-redraws.ts'
import { checkMediators } from './mediators.ts'
import { checkOwnData } from './own-data.ts'
import { checkPension } from './pension.ts'
import { checkPlaceholders } from './placeholders.ts'
import { checkPlaces } from './places.ts'
import { checkQueueOwners } from './queue-owners.ts'
import { checkReferencesExist } from './references.ts'
import { checkReplyTemplates } from './reply-templates.ts'
import { checkRouting, checkRuleReferences } from './routing.ts'
import { checkServiceQueues } from './service-queues.ts'
import { checkUniqueIds } from './unique-ids.ts'
import { checkVolunteerTeams } from './volunteer-teams.ts'
import { checkWechat } from './wechat.ts'

/** What one file says of another; must hold before the files can be joined. */
export const checkReferences = (sources: Sources): Problem[] => [
  ...checkUniqueIds(sources),
  ...checkReferencesExist(sources),
  ...checkQueueOwners(sources),
  ...checkCategories(sources),
  ...checkContacts(sources),
  ...checkChildcare(sources),
  ...checkRuleReferences(sources),
  ...checkDemoPeople(sources),
  ...checkReplyTemplates(sources),
  ...checkGridRedraws(sources),
  ...checkServiceQueues(sources),
  ...checkVolunteerTeams(sources),
  ...checkCanteens(sources),
  ...checkMediators(sources),
  ...checkPension(sources),
  ...checkOwnData(sources),
  ...checkPlaceholders(sources),
  ...checkWechat(sources),
]

/** What must hold of the joined whole. */
export const checkRules = (sources: Sources, config: LoadedConfig): Problem[] => [
  ...checkRouting(sources, config),
  ...checkCalendars(sources, config),
  ...checkDeadlineClasses(config),
  ...checkPlaces(config),
  ...checkRedrawnPlaces(config),
  ...checkCanteenService(sources, config),
]

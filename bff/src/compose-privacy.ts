import { findActivityConsent } from './activities/activity-sign-up.repository.ts'
import { findAbsenceConsent } from './canteen/absence-check.repository.ts'
import { cancelMealsOf } from './canteen/cancel-meal.service.ts'
import { deleteBytesLater, type Files } from './files/index.ts'
import { forgetPositionsOf } from './issues/issue.repository.ts'
import { dropAllCredits } from './notifications/index.ts'
import { cancelVisitsOf } from './pension/change-visit.service.ts'
import { findVisitConsent } from './pension/home-visit.repository.ts'
import { type ConsentStanding, childConsentOf, factConsentOf, leavePeople, type TellPerson } from './people/index.ts'
import { composeInventory } from './personal-inventory.ts'
import type { Database, Trx } from './platform/db/database.ts'
import type { ConsentSource, Privacy } from './privacy/privacy.ts'
import { giveUpEverything, type Scheduling } from './scheduling/index.ts'

/** What each feature knows of somebody's consents, and does when they take one back or close their account. */
export const composePrivacy = (scheduling: Scheduling, files: Files, tellPerson: TellPerson): Privacy => ({
  ...scheduling,
  inventory: composeInventory((trx, fileIds) => deleteBytesLater(files, trx, fileIds)),
  consentSources: {
    facts: factConsentOf,
    children: childConsentOf,
    activities_of_children: agreedTo(findActivityConsent),
    absence_check: agreedTo(findAbsenceConsent),
    home_visit: agreedTo(findVisitConsent),
  },
  onWithdrawn: {
    position: (trx, personId) => forgetPositionsOf(trx, personId),
    wechat_messages: (trx, personId) => dropAllCredits(trx, personId),
  },
  leaving: [
    (trx, personId, now) => cancelMealsOf(scheduling, trx, personId, now),
    (trx, personId, now) => giveUpEverything(scheduling, trx, { personId, service: 'childcare' }, now),
    (trx, personId, now) => giveUpEverything(scheduling, trx, { personId, service: 'activities' }, now),
    (trx, personId, now) => cancelVisitsOf(scheduling, trx, personId, now),
    (trx, personId, now) => leavePeople(scheduling, tellPerson, trx, personId, now),
  ],
})

/** A consent that leaves nothing once it is taken back. */
const agreedTo =
  (find: (db: Database | Trx, personId: string) => Promise<ConsentStanding['given'] | undefined>): ConsentSource =>
  async (db, personId) => ({ given: (await find(db, personId)) ?? null, withdrawnAt: null })

import { createActivityBookings } from './activities/activity.bookings.ts'
import { mountActivities } from './activities/activity.routes.ts'
import { declareAbsenceJob } from './canteen/ask-after-absence.ts'
import { createCanteenBookings } from './canteen/canteen.bookings.ts'
import { mountCanteen } from './canteen/canteen.routes.ts'
import { mountKitchen } from './canteen/kitchen.routes.ts'
import { createChildcareBookings } from './childcare/childcare.bookings.ts'
import { mountChildcare } from './childcare/childcare.routes.ts'
import { mountRoster } from './childcare/roster.routes.ts'
import { createHeldIssues } from './issues/issue.held.ts'
import { mountIssues } from './issues/issue.routes.ts'
import { createIssueSubject } from './issues/issue.subject.ts'
import { mountNeighbours } from './issues/neighbour.routes.ts'
import { mountVolunteers } from './issues/volunteer.routes.ts'
import { mountWorks } from './issues/work.routes.ts'
import { mountCommittee } from './mediation/committee.routes.ts'
import { mountMediation } from './mediation/mediation.routes.ts'
import { createMediationSubject } from './mediation/mediation.subject.ts'
import { type Moderation, mountModeration, takeMediaAnswer } from './moderation/index.ts'
import { mountHomeVisits } from './pension/home-visit.routes.ts'
import { mountPension } from './pension/pension.routes.ts'
import { VISIT_CATEGORIES } from './pension/visit-categories.ts'
import { mountVisitRounds } from './pension/visit-round.routes.ts'
import type { Mount } from './platform/http/mount.ts'
import { categoriesOf, mountBookings, type Scheduling } from './scheduling/index.ts'
import type { WechatEvents } from './wechat/index.ts'
import type { Engine } from './work-queue/index.ts'

interface Parts {
  moderation: Moderation
  scheduling: Scheduling
  wechatEvents: WechatEvents
  /** Where residents find the pages. */
  pagesUrl: string
}

/** Every service: its operations, and what the engines ask it for. */
export const mountServices = (mount: Mount, { moderation, scheduling, wechatEvents, pagesUrl }: Parts): void => {
  const engine: Engine = scheduling
  const { subjects } = engine
  mountIssues(mount, moderation)
  mountNeighbours(mount, moderation)
  const heldIssues = createHeldIssues(engine)
  moderation.contents.register('issue_words', heldIssues.issue_words)
  moderation.contents.register('issue_photo', heldIssues.issue_photo)
  mountModeration(mount, moderation)
  wechatEvents.on('wxa_media_check', (trx, { fields }) => takeMediaAnswer(moderation, trx, fields))
  mountWorks(mount, engine)
  mountVolunteers(mount, engine)
  mountBookings(mount, scheduling)
  subjects.register('issues', createIssueSubject(engine))
  mountCanteen(mount, scheduling)
  mountKitchen(mount, scheduling)
  scheduling.services.register('canteen', createCanteenBookings(scheduling))
  declareAbsenceJob(scheduling)
  subjects.register('canteen', { listCategories: () => categoriesOf('canteen') })
  mountChildcare(mount, scheduling)
  mountRoster(mount, scheduling)
  mountActivities(mount, scheduling)
  subjects.register('childcare', { listCategories: () => categoriesOf('childcare') })
  scheduling.services.register('childcare', createChildcareBookings(scheduling))
  subjects.register('activities', { listCategories: () => categoriesOf('activities') })
  scheduling.services.register('activities', createActivityBookings(scheduling))
  mountMediation(mount, engine)
  mountCommittee(mount, engine)
  subjects.register('mediation', createMediationSubject(engine))
  mountPension(mount, engine, { pagesUrl })
  mountHomeVisits(mount, engine)
  mountVisitRounds(mount, engine)
  subjects.register('pension', { listCategories: () => VISIT_CATEGORIES })
}

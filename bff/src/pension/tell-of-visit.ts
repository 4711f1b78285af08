import type { Notice } from '@little-bench/shared/notifications/notices'
import type { VisitChange } from '@little-bench/shared/notifications/visit-changes'
import { agentsOf, namesByPersonId } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { type Engine, within } from '../work-queue/index.ts'
import type { VisitRow } from './home-visit.repository.ts'

const maskedNameOf = async (engine: Engine, trx: Trx, personId: string): Promise<string> =>
  (await namesByPersonId(within(engine, trx), [personId])).get(personId)?.masked ?? ''

type VisitNotice =
  | { kind: Extract<Notice, 'visit_planned'>; details: { on: string; from: string; until: string } }
  | { kind: Extract<Notice, 'visit_changed'>; details: { visitChange: VisitChange } }
  | { kind: Extract<Notice, 'visit_outcome'>; details?: never }

const noticeOf = async (engine: Engine, trx: Trx, visit: VisitRow, { kind, details }: VisitNotice) => ({
  kind,
  communityId: visit.community_id,
  workItemId: null,
  subjectId: visit.id,
  isConfidential: true,
  // Whoever looks after two parents must know which one.
  details: { name: await maskedNameOf(engine, trx, visit.person_id), aboutPersonId: visit.person_id, ...details },
})

/** Tells of a visit whose it is, and whoever may look after it for them. */
export const tellOfVisit = async (
  engine: Engine,
  trx: Trx,
  visit: VisitRow,
  notice: VisitNotice,
  now: Date,
): Promise<void> => {
  const family = await agentsOf(trx, visit.person_id, { service: 'pension', power: 'read' }, now)
  const told = [...new Set([visit.person_id, ...family])]
  await engine.notifications.notifyAll(trx, await noticeOf(engine, trx, visit, notice), told)
}

/** Tells whoever would have gone there that they need not, or not so. */
export const tellVisitor = async (engine: Engine, trx: Trx, before: VisitRow): Promise<void> => {
  const { visitor_id: personId, state } = before
  if (personId === null || state !== 'planned') return
  const notice = await noticeOf(engine, trx, before, {
    kind: 'visit_changed',
    details: { visitChange: 'need_not_go' },
  })
  await engine.notifications.notify(trx, { ...notice, personId })
}

/** Somebody at the door did not know the code: the counter calls the elder before everybody else. */
export const callAboutLockedCard = async (engine: Engine, trx: Trx, visit: VisitRow): Promise<void> =>
  engine.notifications.askToCall(trx, {
    kind: 'visit_card_locked',
    personId: visit.person_id,
    communityId: visit.community_id,
    details: { name: await maskedNameOf(engine, trx, visit.person_id) },
  })

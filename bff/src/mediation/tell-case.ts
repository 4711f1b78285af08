import type { Side } from '@little-bench/shared/mediation/kinds'
import type { Notice } from '@little-bench/shared/notifications/notices'
import { afterQuietHours } from '@little-bench/shared/notifications/quiet-hours'
import { peopleInScope } from '../people/index.ts'
import { leads } from './case.policy.ts'
import { listCaseEvents } from './case.repository.ts'
import { addressOf, type CaseWork } from './case-work.ts'
import { findMediator } from './mediator.repository.ts'
import { peopleOnSides } from './people-on-sides.ts'

/** Says of a case only that there is something, and to whom it belongs: no kind, no name, no number. */
const tell = async (
  { engine, trx, row, parties, now }: CaseWork,
  personId: string | null,
  kind: Notice,
  isBySystem: boolean,
): Promise<void> => {
  if (personId === null) return
  const isApplicant = personId === parties.applicant.person_id
  await engine.notifications.notify(trx, {
    kind,
    personId,
    communityId: row.community_id,
    // The item of the desk is the applicant's and the committee's.
    workItemId: isApplicant ? row.work_item_id : null,
    subjectId: row.id,
    isConfidential: true,
    details: {},
    ...(isBySystem && { notBefore: afterQuietHours(now, engine.config().quietHours) }),
  })
}

/** Tells both sides of what both can see, and not whoever did it. */
export const tellSides = async (
  work: CaseWork,
  { actorId, kind = 'case_news', only }: { actorId: string | null; kind?: Notice; only?: Side },
): Promise<void> => {
  for (const { side, person_id: personId } of [work.parties.applicant, work.parties.respondent]) {
    if (personId !== actorId && (only === undefined || only === side))
      await tell(work, personId, kind, actorId === null)
  }
}

export const tellApplicant = (work: CaseWork): Promise<void> =>
  tell(work, work.parties.applicant.person_id, 'case_news', true)

/** Whoever is asked, or has the case; for a card without an account the committee speaks with them. */
export const tellMediator = async (work: CaseWork, mediatorId: string): Promise<void> => {
  const mediator = await findMediator(work.trx, work.row.community_id, mediatorId)
  if (mediator?.person_id) await tell(work, mediator.person_id, 'case_news', false)
  else await tellCommittee(work)
}

/** Whoever of the committee invited the other side, or all of it when they are there no more: it is their turn. */
export const tellCommittee = async (work: CaseWork): Promise<void> => {
  const { engine, trx, row, parties } = work
  const onSides = await peopleOnSides(engine, parties)
  const committee = (await peopleInScope(engine, { communityId: row.community_id, unitId: null })).filter(
    (person) => leads(person, row.community_id) && !onSides.has(person.id),
  )
  const events = await listCaseEvents(trx, addressOf(row))
  const inviterId = events.findLast(({ move }) => move === 'invite')?.actor_id
  const inviter = committee.find(({ id }) => id === inviterId)
  for (const { id } of inviter ? [inviter] : committee) await tell(work, id, 'case_news', false)
}

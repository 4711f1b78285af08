import { type Candidate, nextStep, type Ticks } from '@little-bench/shared/mediation/choosing'
import { ANSWER_DAYS, type Side } from '@little-bench/shared/mediation/kinds'
import type { CaseRow } from './case.repository.ts'
import { insertDue } from './case-due.repository.ts'
import { addressOf, type CaseWork } from './case-work.ts'
import { changeCase, moveCase } from './change-case.ts'
import { listTicksOf, type TickRow } from './choosing.repository.ts'
import { countTakenCases, listMediators, type MediatorRow } from './mediator.repository.ts'
import { peopleOnSides } from './people-on-sides.ts'
import { tellCommittee, tellMediator, tellSides } from './tell-case.ts'

const DAY_MS = 86_400_000

export const answerTimeFrom = (now: Date): Date => new Date(now.getTime() + ANSWER_DAYS * DAY_MS)

/** Opens the time in which both answer; when it is over the case lapses by itself. */
export const openAnswerTime = async ({ trx, row, now }: CaseWork): Promise<Pick<CaseRow, 'answer_until'>> => {
  const until = answerTimeFrom(now)
  await insertDue(trx, { ...addressOf(row), kind: 'answer' }, until)
  return { answer_until: until.toISOString() }
}

/** Whether a card can be ticked, offered or proposed in this case: nobody mediates where they are a side. */
export const canMediate = (
  { is_active: isActive, person_id: id }: MediatorRow,
  onSides: ReadonlySet<string>,
): boolean => isActive && (id === null || !onSides.has(id))

const candidatesOf = async ({ engine, trx, row, parties }: CaseWork): Promise<Candidate[]> => {
  const onSides = await peopleOnSides(engine, parties)
  const taken = await countTakenCases(trx, row.community_id)
  return (await listMediators(trx, row.community_id))
    .filter((mediator) => canMediate(mediator, onSides))
    .map(({ id, is_on_leave: isOnLeave }) => ({ id, isOnLeave, openCases: taken.get(id) ?? 0 }))
}

const hasTicked = (ticks: readonly TickRow[], round: number): boolean => ticks.some((tick) => tick.round === round)
const idsOf = (ticks: readonly TickRow[]): string[] => ticks.flatMap((tick) => tick.mediator_ids)

/** The one place that reads what both have ticked; undefined while one of them has not answered this round. */
const bothTicks = async ({ trx, row }: CaseWork): Promise<Ticks | undefined> => {
  const read = async (side: Side) => listTicksOf(trx, addressOf(row), side)
  const [applicant, respondent] = [await read('applicant'), await read('respondent')]
  if (!hasTicked(applicant, row.round) || !hasTicked(respondent, row.round)) return undefined
  return { applicant: idsOf(applicant), respondent: idsOf(respondent) }
}

/**
 * Whoever both trust is asked, or both tick once more, or the committee proposes. Until both have answered nothing
 * happens, and neither can tell. When whoever was asked steps back before they took it, a next one is asked unseen, and
 * only that nobody is asked any more is seen.
 */
export const chooseNext = async <Work extends CaseWork>(
  work: Work,
  { isOfferSeen = true, isWaitSeen = false } = {},
): Promise<Work> => {
  const ticks = await bothTicks(work)
  if (!ticks) return work
  const { stepped_back: steppedBack, round } = work.row
  const next = nextStep(ticks, await candidatesOf(work), { steppedBack, round })
  if (next.kind === 'offer') return askMediator(work, next.mediatorId, { isShared: isOfferSeen })
  if (next.kind === 'choose_again') return chooseAgain(work)
  // Neither side can tell this from waiting for the other.
  const waiting = await changeCase(work, { isShared: isWaitSeen, change: { awaits_proposal: true } })
  if (isWaitSeen) await tellSides(waiting, { actorId: null })
  await tellCommittee(waiting)
  return waiting
}

const chooseAgain = async <Work extends CaseWork>(work: Work): Promise<Work> => {
  const again = await changeCase(work, {
    isShared: true,
    change: { round: work.row.round + 1, ...(await openAnswerTime(work)) },
  })
  await tellSides(again, { actorId: null })
  return again
}

/** Asks one mediator; the sides learn who it is when they have taken the case. */
export const askMediator = async <Work extends CaseWork>(
  work: Work,
  mediatorId: string,
  { isShared = true } = {},
): Promise<Work> => {
  const ordered = await moveCase(work, {
    move: 'order',
    by: 'rule',
    actorId: null,
    isShared,
    mediatorId,
    change: { mediator_id: mediatorId, awaits_proposal: false, proposal_id: null, answer_until: null },
  })
  await tellMediator(ordered, mediatorId)
  return ordered
}

import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Log } from '../platform/log/log.ts'
import type { Engine } from '../work-queue/index.ts'
import { type DueRow, listDue, putOffDue, takeDue } from './case-due.repository.ts'
import { type CaseWork, holdCase } from './case-work.ts'
import { changeCase, closeOnDesk, moveCase } from './change-case.ts'
import { tellApplicant, tellCommittee, tellMediator, tellSides } from './tell-case.ts'

const AT_ONCE = 100
/** Whatever failed makes room for what comes after it. */
const RETRY_AFTER_MS = 5 * 60_000

/** Does what has come for cases: an answer that never came, a reminder, the end. One that fails holds up no other. */
export const doWhatIsDueInCases = async (engine: Engine, now: Date, log: Log): Promise<void> => {
  for (const due of await listDue(engine.db, now, AT_ONCE)) {
    try {
      await inTransaction(engine.db, now, PLAIN_WRITE, async (trx) => {
        const address = { communityId: due.community_id, caseId: due.case_id }
        const work = await holdCase(engine, trx, address, now)
        if (await takeDue(trx, due, now)) await come(work, due)
        return {}
      })
    } catch (error) {
      log.error({ err: error, caseDueId: due.id }, 'what is due in a case was not done')
      await putOffDue(engine.db, due, new Date(now.getTime() + RETRY_AFTER_MS))
    }
  }
}

const come = async (work: CaseWork, { kind }: DueRow): Promise<void> => {
  const { state } = work.row
  switch (kind) {
    case 'answer':
      return endAnswerTime(work)
    case 'court':
      // 人民调解法 33: both may ask the court together, for thirty days.
      if (state === 'agreed' || state === 'follow_up' || work.row.outcome === 'agreed') {
        await tellSides(work, { actorId: null, kind: 'case_due' })
      }
      return
    case 'follow':
      return beginFollowUp(work)
    case 'close':
      if (state === 'not_agreed') await moveCase(work, { move: 'close', by: 'rule', actorId: null, isShared: true })
  }
}

/** 回访: the sides read that they will be asked, and whoever asks them is told on each of the days. */
const beginFollowUp = async (work: CaseWork): Promise<void> => {
  const { state, mediator_id: mediatorId } = work.row
  if (state !== 'agreed' && state !== 'follow_up') return
  const following =
    state === 'agreed' ? await moveCase(work, { move: 'follow', by: 'rule', actorId: null, isShared: true }) : work
  if (mediatorId !== null) await tellMediator(following, mediatorId)
}

/** Of a refusal the applicant reads now, and the same as if nobody had answered. */
const endAnswerTime = async (work: CaseWork): Promise<void> => {
  const { row, now } = work
  const until = row.concealed_until ?? row.answer_until
  if (until === null || new Date(until).getTime() > now.getTime()) return
  if (row.concealed_until !== null) {
    const told = await changeCase(work, { isShared: true, change: { concealed_until: null } })
    await closeOnDesk(told, { by: 'rule', actorId: null })
    return tellOfNoAnswer(told)
  }
  // While the committee looks for somebody nobody's time runs out. A proposal that one of them refused ends like one that
  // nobody answered: neither may tell the two apart.
  const isTheirTurn = row.awaits_proposal && row.proposal_id === null
  if (row.state === 'inviting') {
    const lapsed = await moveCase(work, { ...LAPSE, isShared: false })
    await changeCase(lapsed, { isShared: true })
    return tellOfNoAnswer(lapsed)
  }
  if (row.state === 'choosing' && !isTheirTurn) await moveCase(work, { ...LAPSE, isShared: true })
}

/** The committee comes to the case only now, whether there was a refusal or nothing, to name other ways. */
const tellOfNoAnswer = async (work: CaseWork): Promise<void> => {
  await tellApplicant(work)
  await tellCommittee(work)
}

const LAPSE = { move: 'lapse', by: 'rule', actorId: null, outcome: 'not_begun' } as const

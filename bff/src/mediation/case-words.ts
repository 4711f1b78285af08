import type { Side } from '@little-bench/shared/mediation/kinds'
import { namesByPersonId } from '../people/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import {
  type FollowUpRow,
  findStandingAgreement,
  listCaseFollowUps,
  listConfirmations,
} from './agreement.repository.ts'
import { type OpenedAgreement, openAgreement } from './agreement-text.ts'
import { isSide } from './case.policy.ts'
import { listCaseEvents, type Parties } from './case.repository.ts'
import { listCaseSessions } from './case-work.repository.ts'
import { addressOf } from './case-work.ts'
import { findProposal, isCommitteesTurn, listProposalAnswers, listTicksOf } from './choosing.repository.ts'
import { type MediatorView, presentMediator } from './mediator.presenter.ts'
import { listMediators } from './mediator.repository.ts'
import { cardWords } from './mediator.service.ts'
import { phoneToTell } from './people-on-sides.ts'
import type { FoundCase } from './read-case.service.ts'
import { openAt, openAtOrNull } from './sealed-case.ts'
import { sidesAskedNow } from './sides-asked.ts'

export interface OpenedSession {
  id: string
  at: string
  way: 'visit' | 'session' | 'phone'
  sides: Side[]
  summary: string
}

export interface OpenedReason {
  at: string
  move: 'recuse' | 'decline'
  by: string
  reason: string
}

/** What one viewer's page of a case is made of: of the other side's answers nothing is ever read for it. */
export interface CaseWords {
  now: Date
  /** A list shows no words and no names to staff. */
  isInList: boolean
  statement: string
  disclosedWords: string | null
  names: Record<Side, string | null>
  /** For the committee alone, which invites them. */
  respondentPhone: string | null
  /** Of the viewer's own side. */
  ticks: { round: number; mediatorIds: string[] }[]
  hasAnsweredProposal: boolean
  /** For the committee alone: that both have answered is not a side's to know. */
  isCommitteesTurn: boolean
  proposedId: string | null
  cards: ReadonlyMap<string, MediatorView>
  sessions: OpenedSession[]
  agreement: (OpenedAgreement & { confirmedBy: Side[] }) | null
  followUps: FollowUpRow[]
  /** What each side said when it was asked, by follow-up: for staff, and not in a list. */
  followUpNotes: ReadonlyMap<string, string>
  reasons: OpenedReason[]
  /** For staff; the number not in a list. */
  toCall: { side: Side; phone: string | null }[]
}

export const wordsOf = async (
  engine: Engine,
  viewer: Viewer,
  { row, parties, roles }: FoundCase,
  now: Date,
  { isInList = false } = {},
): Promise<CaseWords> => {
  const { db, sealer } = engine
  const address = addressOf(row)
  const side = roles.find(isSide)
  const ticks = side ? await listTicksOf(db, address, side) : []
  const proposal = row.proposal_id === null ? undefined : await findProposal(db, row.community_id, row.proposal_id)
  const answers = proposal && side ? await listProposalAnswers(db, row.community_id, proposal.id) : {}
  const cards = await cardWords(engine, db, viewer, row.community_id)
  const followUps = await listCaseFollowUps(db, address)
  const standing = await findStandingAgreement(db, row)
  const agreement = standing
    ? { ...openAgreement(sealer, standing), confirmedBy: await listConfirmations(db, row.community_id, standing.id) }
    : null
  const isTurn = roles.includes('committee') && (await isCommitteesTurn(db, row))
  const asked =
    side || roles.length === 0 ? [] : sidesAskedNow(row, { isCommitteesTurn: isTurn, agreement, followUps }, now)
  return {
    now,
    isInList: isInList && side === undefined,
    statement: openAt(sealer, 'statement', row.id, row.sealed_statement),
    disclosedWords: openAtOrNull(sealer, 'words', row.id, row.sealed_words),
    names: {
      applicant: openAtOrNull(sealer, 'name', parties.applicant.id, parties.applicant.sealed_name),
      respondent: openAtOrNull(sealer, 'name', parties.respondent.id, parties.respondent.sealed_name),
    },
    respondentPhone:
      roles.includes('committee') && !isInList
        ? openAtOrNull(sealer, 'phone', parties.respondent.id, parties.respondent.sealed_phone)
        : null,
    ticks: ticks.map(({ round, mediator_ids: mediatorIds }) => ({ round, mediatorIds })),
    hasAnsweredProposal: side !== undefined && answers[side] !== undefined,
    isCommitteesTurn: isTurn,
    proposedId: proposal?.mediator_id ?? null,
    cards: new Map((await listMediators(db, row.community_id)).map((card) => [card.id, presentMediator(card, cards)])),
    sessions: (await listCaseSessions(db, address)).map((session) => ({
      id: session.id,
      at: session.held_at,
      way: session.way,
      sides: session.sides,
      summary: openAt(sealer, 'summary', session.id, session.sealed_summary),
    })),
    agreement,
    followUps,
    followUpNotes: side || isInList ? new Map() : notesOf(engine, followUps),
    reasons: roles.includes('committee') && !isInList ? await reasonsOf(engine, address) : [],
    toCall: await toCall(engine, parties, asked, { isInList }),
  }
}

const toCall = async (
  engine: Engine,
  parties: Parties,
  asked: readonly Side[],
  { isInList }: { isInList: boolean },
): Promise<CaseWords['toCall']> => {
  const sides: CaseWords['toCall'] = []
  for (const side of asked) {
    const phone = await phoneToTell(engine, parties[side])
    if (phone !== null) sides.push({ side, phone: isInList ? null : phone })
  }
  return sides
}

const notesOf = ({ sealer }: Engine, followUps: readonly FollowUpRow[]): ReadonlyMap<string, string> =>
  new Map(
    followUps.flatMap(({ id, sealed_note: sealed }) =>
      sealed === null ? [] : [[id, openAt(sealer, 'note', id, sealed)] as const],
    ),
  )

const reasonsOf = async (engine: Engine, address: ReturnType<typeof addressOf>): Promise<OpenedReason[]> => {
  const events = await listCaseEvents(engine.db, address)
  const names = await namesByPersonId(
    engine,
    events.flatMap(({ actor_id: id }) => id ?? []),
  )
  return events.flatMap(({ id, move, created_at: at, actor_id: actorId, sealed_reason: sealed }) =>
    sealed === null || actorId === null || (move !== 'recuse' && move !== 'decline')
      ? []
      : [{ at, move, by: names.get(actorId)?.full ?? '', reason: openAt(engine.sealer, 'reason', id, sealed) }],
  )
}

import type { CommunityConfig } from '@little-bench/config/model'
import { gridCellOfPlace } from '@little-bench/config/places'
import { AppError } from '@little-bench/shared/kernel/errors'
import { type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import type { FactDecision } from '@little-bench/shared/people/fact-check.contract'
import {
  type DatedFact,
  type Evidence,
  FACT_RULES,
  type FactKind,
  factAt,
  verifiedUntilOf,
} from '@little-bench/shared/people/facts'
import { v7 as uuidv7 } from 'uuid'
import { communityOf } from '../communities/index.ts'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { recordReads } from './confidential-reads.ts'
import { assistsCommunity, livesIn, type VerifiableFacts, verifiableFacts } from './counter.policy.ts'
import { claimedFact, requirePossible } from './fact-rules.ts'
import { findPersonById } from './person.repository.ts'
import type { FactView } from './resident-fact.presenter.ts'
import {
  endCorrected,
  findFactOf,
  insertFact,
  lockFactsOf,
  refuseOpenClaim,
  verifyOpenClaim,
} from './resident-fact.repository.ts'
import { factsOf, readFact } from './resident-fact.service.ts'
import type { TellPerson } from './tell-person.ts'

/** Whether somebody who lives there, or says so, is among those whose facts may be verified. */
export const isWithinReach = (
  reach: VerifiableFacts,
  community: CommunityConfig,
  facts: readonly DatedFact[],
  today: ServiceDate,
): boolean => {
  if (reach.everybody) return true
  const residence = factAt(facts, 'residence', today)?.value
  if (residence?.communityId !== community.id) return false
  const gridCell = gridCellOfPlace(community, residence.placeId)
  return gridCell !== undefined && reach.gridCellIds.includes(gridCell.id)
}

interface Resident {
  communityId: string
  personId: string
}

/** A decision that is being made: who decides, about whom, and when. */
interface Deciding {
  personId: string
  /** Who decides. */
  by: string
  now: Date
  today: ServiceDate
}

/** What came of it; kept for whoever repeats the write, so without the value. */
interface Decided {
  factId: string
}

/**
 * Confirms a claim, refuses it, or records what was shown. A confirmed correction ends what it corrects. The person is
 * told; that the value was read leaves a line.
 * Errors: `not_found` for everybody who may not verify facts of this person, themselves among them; `fact_not_open`,
 * `evidence_not_accepted`, `fact_value_impossible`, `unknown_place`.
 */
export const verifyResidentFact = async (
  context: Context,
  tellPerson: TellPerson,
  viewer: Viewer,
  { communityId, personId }: Resident,
  decision: FactDecision,
  write: Write,
): Promise<FactView> => {
  const community = communityOf(context, communityId)
  const now = context.clock.now()
  const deciding: Deciding = { personId, by: viewer.personId, now, today: shanghaiTime(now).date }
  await requireCounter(context, viewer, { communityId, personId })
  const { factId } = await inTransaction(context.db, now, write, async (trx) => {
    await lockFactsOf(trx, personId)
    const facts = await factsOf(context, trx, personId)
    if (!isWithinReach(verifiableFacts(viewer.roles, communityId), community, facts, deciding.today)) {
      throw new AppError('not_found')
    }
    const { id, kind } = await decide(context, trx, deciding, decision)
    await tellPerson(trx, {
      kind: decision.decision === 'refuse' ? 'fact_refused' : 'fact_verified',
      personId,
      communityId,
      workItemId: null,
      subjectId: null,
      details: { factKind: kind },
    })
    return { factId: id } satisfies Decided
  })
  return inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
    await recordReads(trx, { communityId, readerId: viewer.personId, what: 'facts' }, [personId], now)
    return readFact(context, trx, { personId, id: factId, language: viewer.language })
  })
}

const requireCounter = async (context: Context, viewer: Viewer, { communityId, personId }: Resident): Promise<void> => {
  const resident = await findPersonById(context.db, personId)
  const isHere = resident !== undefined && livesIn(resident.roles, communityId)
  const isOwn = personId === viewer.personId
  if (!isHere || isOwn || !assistsCommunity(viewer.roles, communityId)) throw new AppError('not_found')
}

type Decide = (
  context: Context,
  trx: Trx,
  deciding: Deciding,
  decision: FactDecision,
) => Promise<{ id: string; kind: FactKind }>

const decide: Decide = async (context, trx, deciding, decision) => {
  const { personId, today } = deciding
  if (decision.decision === 'record') return record(context, trx, deciding, decision)
  const id = decision.factId
  const fact = await findFactOf(trx, personId, id)
  if (!fact) throw new AppError('not_found')
  const isDecided =
    decision.decision === 'refuse'
      ? await refuseOpenClaim(trx, { personId, id }, decision.refusal, today)
      : await verifyClaim(trx, deciding, { id, kind: fact.kind }, decision)
  if (!isDecided) throw new AppError('fact_not_open')
  return { id, kind: fact.kind }
}

type Verification = Pick<Extract<FactDecision, { decision: 'verify' }>, 'evidence' | 'verifiedUntil'>

const verifyClaim = async (
  trx: Trx,
  { personId, by, today }: Deciding,
  { id, kind }: { id: string; kind: FactKind },
  verification: Verification,
): Promise<boolean> => {
  const verified = verificationOf(kind, verification, by, today)
  // What it corrects goes first: two verified facts of a kind never count at once.
  await endCorrected(trx, { personId, kind, standing: 'verified' }, today)
  return verifyOpenClaim(trx, { personId, id }, verified)
}

const record = async (
  context: Context,
  trx: Trx,
  { personId, by, now, today }: Deciding,
  { content, ...verification }: Extract<FactDecision, { decision: 'record' }>,
) => {
  requirePossible(context, content, today)
  const { kind } = content
  const verified = verificationOf(kind, verification, by, today)
  await endCorrected(trx, { personId, kind, standing: 'claimed' }, today)
  await endCorrected(trx, { personId, kind, standing: 'verified' }, today)
  const fact = claimedFact(context, { id: uuidv7(), personId, content, claimedBy: by, now, today })
  await insertFact(trx, { ...fact, ...verified })
  return { id: fact.id, kind }
}

/** Errors: `evidence_not_accepted`, `fact_value_impossible` for a last day that is past or later than the rule says. */
const verificationOf = (
  kind: FactKind,
  { evidence, verifiedUntil }: Verification,
  by: string,
  today: ServiceDate,
): { verified_by: string; verified_on: ServiceDate; verified_until: ServiceDate | null; evidence: Evidence } => {
  if (!FACT_RULES[kind].evidence.includes(evidence)) throw new AppError('evidence_not_accepted')
  const latest = verifiedUntilOf(kind, today)
  const until = verifiedUntil ?? latest
  const isTooLate = until !== null && latest !== null && until > latest
  if (isTooLate || (until !== null && until < today)) throw new AppError('fact_value_impossible')
  return { verified_by: by, verified_on: today, verified_until: until, evidence }
}

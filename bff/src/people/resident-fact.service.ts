import { AppError } from '@little-bench/shared/kernel/errors'
import type { Language } from '@little-bench/shared/kernel/language'
import { addDays, shanghaiTime } from '@little-bench/shared/kernel/time'
import { type DatedFact, type FactContent, type FactKind, standingAt } from '@little-bench/shared/people/facts'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { recordReads } from './confidential-reads.ts'
import { homeCommunityOf } from './counter.policy.ts'
import { claimedFact, requirePossible } from './fact-rules.ts'
import { type FactView, presentFact, presentFacts } from './resident-fact.presenter.ts'
import {
  endCorrected,
  eraseFormerFacts,
  findFactOf,
  insertFact,
  listFactsOf,
  listOpenFactsOf,
  listRefusedFactsOf,
  lockFactsOf,
  withdrawFactOf,
} from './resident-fact.repository.ts'
import { datedFact, openFacts } from './sealed-fact.ts'

/** So long somebody reads that and why something was not confirmed. */
const REFUSED_SHOWN_DAYS = 30

/**
 * All that is known of a person and has not been taken back, for rules that ask about a date. Whoever shows a value of it
 * to staff leaves a line; a decision needs none.
 */
export const factsOf = async (
  context: Pick<Context, 'sealer'>,
  db: Parameters<typeof listFactsOf>[0],
  personId: string,
): Promise<DatedFact[]> => openFacts(context.sealer, await listFactsOf(db, personId)).map(datedFact)

/** What is known of the viewer: claimed, verified, or refused lately. At the counter the read leaves a line. */
export const listMyFacts = async (context: Context, viewer: Viewer): Promise<FactView[]> => {
  const now = context.clock.now()
  const today = shanghaiTime(now).date
  return inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
    if (viewer.authority?.kind === 'assist_session') await leaveLine(trx, viewer, now)
    const rows = [
      ...(await listOpenFactsOf(trx, [viewer.personId])),
      ...(await listRefusedFactsOf(trx, viewer.personId, addDays(today, -REFUSED_SHOWN_DAYS))),
    ]
    const reader = { config: context.config(), language: viewer.language, today }
    return presentFacts(openFacts(context.sealer, rows), reader)
  })
}

const leaveLine = (trx: Trx, { actorId, personId, roles }: Viewer, now: Date): Promise<void> => {
  const communityId = homeCommunityOf(roles) ?? ''
  return recordReads(trx, { communityId, readerId: actorId, what: 'facts' }, [personId], now)
}

/**
 * Writes down what somebody says of themselves. It takes the place of an open claim of the kind; beside a verified fact
 * that counts it is a correction, and changes nothing until it is verified.
 * Errors: `fact_is_verified`, `fact_value_impossible`, `unknown_place`.
 */
export const claimFact = async (
  context: Context,
  viewer: Viewer,
  { content, isCorrection }: { content: FactContent; isCorrection: boolean },
  write: Write,
): Promise<FactView> => {
  const now = context.clock.now()
  const today = shanghaiTime(now).date
  requirePossible(context, content, today)
  const { personId, actorId: claimedBy } = viewer
  // Only the id is kept for whoever repeats the write: its stored result is not sealed.
  const { id } = await inTransaction(context.db, now, write, async (trx) => {
    await lockFactsOf(trx, personId)
    if (!isCorrection && (await hasVerifiedFact(trx, personId, content.kind, now))) {
      throw new AppError('fact_is_verified')
    }
    await endCorrected(trx, { personId, kind: content.kind, standing: 'claimed' }, today)
    const fact = claimedFact(context, { id: uuidv7(), personId, content, claimedBy, now, today })
    await insertFact(trx, fact)
    return { id: fact.id }
  })
  return readFact(context, context.db, { personId, id, language: viewer.language })
}

const hasVerifiedFact = async (trx: Trx, personId: string, kind: FactKind, now: Date): Promise<boolean> => {
  const today = shanghaiTime(now).date
  const rows = await listOpenFactsOf(trx, [personId])
  return rows.some(
    (row) =>
      row.kind === kind &&
      standingAt({ verifiedOn: row.verified_on, verifiedUntil: row.verified_until }, today) === 'verified',
  )
}

/**
 * Takes a fact back, verified or not: consent may end at any time. Its value is erased, and so are the former ones of the
 * kind once nothing of it is left. Errors: `not_found`, `fact_not_open` for one that has ended otherwise.
 */
export const withdrawFact = async (
  context: Context,
  viewer: Viewer,
  id: string,
  write: Write,
): Promise<{ isWithdrawn: true }> => {
  const now = context.clock.now()
  const { personId } = viewer
  return inTransaction(context.db, now, write, async (trx) => {
    await lockFactsOf(trx, personId)
    const fact = await findFactOf(trx, personId, id)
    if (!fact) throw new AppError('not_found')
    const isWithdrawn = await withdrawFactOf(trx, { personId, id }, shanghaiTime(now).date)
    if (!isWithdrawn) throw new AppError('fact_not_open')
    await eraseFormerFacts(trx, personId, fact.kind)
    return { isWithdrawn }
  })
}

/** One fact as it is now. Errors: `not_found`, also when its value has been erased. */
export const readFact = async (
  context: Context,
  db: Parameters<typeof listOpenFactsOf>[0],
  { personId, id, language }: { personId: string; id: string; language: Language },
): Promise<FactView> => {
  const row = await findFactOf(db, personId, id)
  const [fact] = openFacts(context.sealer, row ? [row] : [])
  if (!fact) throw new AppError('not_found')
  const others = openFacts(context.sealer, await listOpenFactsOf(db, [personId]))
  const today = shanghaiTime(context.clock.now()).date
  return presentFact(fact, others, { config: context.config(), language, today })
}

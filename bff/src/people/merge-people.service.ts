import { isDeepStrictEqual } from 'node:util'
import { AppError } from '@little-bench/shared/kernel/errors'
import { type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import type { Context } from '../platform/context.ts'
import { isRefusal } from '../platform/db/constraint.ts'
import type { Trx } from '../platform/db/database.ts'
import { presentIds } from './contact.service.ts'
import {
  areOpposed,
  listDoubledFacts,
  markMerged,
  moveBookings,
  moveCalls,
  moveCredits,
  moveEndorsements,
  moveMemberships,
  moveProofs,
} from './merge-apart.repository.ts'
import { mergeContacts } from './merge-contacts.ts'
import { type Merged, moveColumn, moveRows } from './merge-rows.repository.ts'
import { lockAccounts } from './person.repository.ts'
import { endFact, findFactOf, lockFactsOf } from './resident-fact.repository.ts'
import { openFacts } from './sealed-fact.ts'

const MOVE_AGAIN = 'move-rows-of-merged'
/** By then whatever was under way for the absorbed account has been written. */
const AGAIN_SECONDS = 60

/** Declares the job that fetches what a request of that moment wrote for the account that has just been absorbed. */
export const declareMergeJob = (context: Context): void =>
  context.jobs.handle<Merged>(MOVE_AGAIN, ({ payload: { fromId, toId: absorbedBy } }) =>
    context.db.transaction().execute(async (trx) => {
      // Within that minute the one that stayed may have become one with a third.
      const toId = (await presentIds(trx, [absorbedBy]))(absorbedBy)
      await moveEverything(context, trx, { fromId, toId }, context.clock.now())
    }),
  )

/**
 * Makes two accounts one, inside the caller's transaction: whatever is `fromId`'s is `toId`'s, what they did stays as it
 * was written, and their sessions go on. Errors: `accounts_not_mergeable` where the two contradict each other.
 */
export const mergePeople = async (context: Context, trx: Trx, merged: Merged, now: Date): Promise<void> => {
  try {
    const areThere = await lockAccounts(trx, [merged.fromId, merged.toId])
    if (!areThere || (await areOpposed(trx, merged))) throw new AppError('accounts_not_mergeable')
    await moveEverything(context, trx, merged, now)
    await mergeContacts(context.sealer, trx, merged)
    await markMerged(trx, merged)
    await context.jobs.enqueue(trx, MOVE_AGAIN, merged, { delaySeconds: AGAIN_SECONDS })
  } catch (error) {
    // Two seats at one time, two households: the database knows what cannot both be one person's.
    if (isRefusal(error)) throw new AppError('accounts_not_mergeable')
    throw error
  }
}

const moveEverything = async (context: Context, trx: Trx, merged: Merged, now: Date): Promise<void> => {
  await moveEndorsements(trx, merged)
  await moveFacts(context, trx, merged, shanghaiTime(now).date)
  await moveMemberships(trx, merged, now)
  await moveCalls(trx, merged, now)
  await moveProofs(trx, merged)
  await moveBookings(trx, merged)
  await moveCredits(trx, merged)
  await moveColumn(trx, 'case_party', 'person_id', merged)
  await moveRows(trx, merged)
}

/** Of two claims the one that stays counts; two verified facts that say different things are a contradiction. */
const moveFacts = async ({ sealer }: Context, trx: Trx, merged: Merged, today: ServiceDate): Promise<void> => {
  await lockFactsOf(trx, merged.fromId)
  await lockFactsOf(trx, merged.toId)
  for (const { id, kept_id: keptId, is_verified: isVerified } of await listDoubledFacts(trx, merged)) {
    const rows = [await findFactOf(trx, merged.fromId, id), await findFactOf(trx, merged.toId, keptId)]
    const [doubled, kept] = openFacts(
      sealer,
      rows.flatMap((row) => row ?? []),
    )
    if (isVerified && !isDeepStrictEqual(doubled?.content, kept?.content)) throw new AppError('accounts_not_mergeable')
    await endFact(trx, id, today)
  }
  await moveColumn(trx, 'resident_fact', 'person_id', merged)
}

import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { Context } from '../platform/context.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { takeDueReviews } from './grant.repository.ts'
import { tellParty } from './tell-party.ts'
import type { TellPerson } from './tell-person.ts'

/** Asks every giver once, at half time, whether they still want it. */
export const askForReviews = (context: Context, tellPerson: TellPerson, now: Date): Promise<void> =>
  inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
    for (const grant of await takeDueReviews(trx, shanghaiTime(now).date)) {
      await tellParty(trx, tellPerson, { kind: 'grant_review', personId: grant.principal_id, grant })
    }
  })

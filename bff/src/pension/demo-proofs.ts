import type { DemoProof } from '@little-bench/config/model'
import { addDays, shanghaiTime } from '@little-bench/shared/kernel/time'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { enrol, findProof, insertDone } from './proof.repository.ts'
import { writeVisit } from './write-visit.ts'

/** Writes down what the configuration says of demonstration people; whoever is known already stays as they are. */
export const loadDemoProofs = async (context: Context): Promise<void> => {
  const now = context.clock.now()
  await inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
    for (const { id, pension } of context.config().communities.values()) {
      for (const proof of pension?.demoPeople ?? []) await loadProof(context, trx, id, proof, now)
    }
    return {}
  })
}

const loadProof = async (
  { sealer }: Context,
  trx: Trx,
  communityId: string,
  { personId, doneDaysAgo, visit }: DemoProof,
  now: Date,
): Promise<void> => {
  const key = { communityId, personId }
  if (await findProof(trx, key)) return
  const { date: today } = shanghaiTime(now)
  await enrol(trx, key, today)
  if (doneDaysAgo !== undefined) {
    await insertDone(trx, {
      community_id: communityId,
      id: uuidv7(),
      person_id: personId,
      done_on: addDays(today, -doneDaysAgo),
      evidence: 'did_it_myself',
      recorded_by: personId,
      recorded_as: 'person',
      recorded_at: now.toISOString(),
    })
  }
  if (visit) {
    const hand = { actorId: personId, actingForId: null }
    await writeVisit(trx, sealer, communityId, { ...visit, personId, needsInterpreter: false, hand }, now)
  }
}

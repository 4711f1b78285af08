import { communityOf } from '../communities/index.ts'
import { sealPhone } from '../notifications/index.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'

/** Asks the counter to call at once. Nothing else is written: no case, no item and no message. */
export const askForHelpCall = (
  engine: Engine,
  viewer: Viewer,
  communityId: string,
  phone: string | undefined,
  write: Write,
): Promise<{ willBeCalled: boolean }> => {
  communityOf(engine, communityId)
  return inTransaction(engine.db, engine.clock.now(), write, async (trx) => {
    await engine.notifications.askToCall(trx, {
      kind: 'danger_call',
      personId: viewer.personId,
      communityId,
      details: {},
      ...(phone !== undefined && { phone: sealPhone(engine.sealer, phone) }),
    })
    return { willBeCalled: true }
  })
}

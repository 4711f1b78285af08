import { instantOf, shanghaiTime } from '@little-bench/shared/kernel/time'
import { afterQuietHours } from '@little-bench/shared/notifications/quiet-hours'
import { mayRemind, reminderDue } from '@little-bench/shared/pension/windows'
import { agentsOf, findPersonById, livesIn, namesByPersonId } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Log } from '../platform/log/log.ts'
import type { Engine } from '../work-queue/index.ts'
import { standingOf } from './open-proofs.service.ts'
import { communityWithPension, type PensionCommunity } from './pension-community.ts'
import { type KnownProof, listProofs, lockProof } from './proof.repository.ts'
import { listReminded, type Reminder, reminderKey, takeReminder } from './reminder.repository.ts'

/**
 * Reminds everybody whose proof is due in thirty, fourteen or three days, and whoever looks after it for them; nobody twice,
 * nobody after it is done, and nobody at night. One that fails holds up no other.
 */
export const remindOfProofs = async (engine: Engine, now: Date, log: Log): Promise<void> => {
  if (afterQuietHours(now, engine.config().quietHours) > now) return
  for (const { id, services } of engine.config().communities.values()) {
    if (services.includes('pension')) await remindIn(engine, communityWithPension(engine, id), now, log)
  }
}

const remindIn = async (engine: Engine, community: PensionCommunity, now: Date, log: Log): Promise<void> => {
  const today = shanghaiTime(now).date
  if (!mayRemind(community.pension.rule, today)) return
  const reminded = await listReminded(engine.db, community.id, today)
  for (const proof of await listProofs(engine.db, community.id)) {
    const reminder = reminderFor(community, proof, now)
    if (!reminder || reminded.has(reminderKey(proof.person_id, reminder))) continue
    await remind(engine, community, proof.person_id, now).catch((error: unknown) =>
      log.error({ err: error, communityId: community.id, personId: proof.person_id }, 'nobody was reminded'),
    )
  }
}

const reminderFor = (community: PensionCommunity, proof: KnownProof, now: Date): Reminder | undefined => {
  const today = shanghaiTime(now).date
  const standing = standingOf(community, proof, today)
  const daysBefore = reminderDue(standing, proof.since, today)
  return daysBefore === undefined ? undefined : { dueOn: standing.dueOn, daysBefore }
}

/** Whether it is done is asked again where nobody can write it down meanwhile. */
const remind = (engine: Engine, community: PensionCommunity, personId: string, now: Date): Promise<object> =>
  inTransaction(engine.db, now, PLAIN_WRITE, async (trx) => {
    const key = { communityId: community.id, personId }
    // Somebody who has moved away is reminded where they live now.
    const person = await findPersonById(trx, personId)
    if (!person || !livesIn(person.roles, community.id)) return {}
    await lockProof(trx, key)
    const [proof] = await listProofs(trx, community.id, [personId])
    const reminder = proof && reminderFor(community, proof, now)
    if (reminder && (await takeReminder(trx, key, reminder, shanghaiTime(now).date))) {
      await tell(engine, trx, key, reminder, now)
    }
    return {}
  })

/** Each by their own channel: an inbox, or the counter's next call. */
const tell = async (
  { notifications }: Engine,
  trx: Trx,
  { communityId, personId }: { communityId: string; personId: string },
  { dueOn }: Reminder,
  now: Date,
): Promise<void> => {
  const agents = await agentsOf(trx, personId, { service: 'pension', power: 'read' }, now)
  const name = (await namesByPersonId({ db: trx }, [personId])).get(personId)?.masked ?? ''
  for (const told of [personId, ...agents]) {
    await notifications.notify(trx, {
      kind: 'proof_due',
      personId: told,
      communityId,
      workItemId: null,
      // Whose it is: whoever acts for several opens the right one.
      subjectId: personId,
      details: {
        name: told === personId ? '您' : name,
        dueAt: instantOf(dueOn, 0).toISOString(),
        aboutPersonId: personId,
      },
    })
  }
}

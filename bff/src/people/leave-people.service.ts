import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { partyOf } from './grant.policy.ts'
import { peopleOf } from './grant.presenter.ts'
import { listUnendedGrantsOf, lockGrantById, updateGrant } from './grant.repository.ts'
import { leaveHomeOf } from './household.service.ts'
import { tellParty } from './tell-party.ts'
import type { TellPerson } from './tell-person.ts'

/** Ends what somebody has with others: their grants, given and received, and their household. The others are told. */
export const leavePeople = async (
  context: Context,
  tellPerson: TellPerson,
  trx: Trx,
  personId: string,
  now: Date,
): Promise<void> => {
  for (const { id } of await listUnendedGrantsOf(trx, personId)) {
    const grant = await lockGrantById(trx, id)
    if (!grant || grant.ended_at !== null) continue
    const ended = await updateGrant(trx, id, {
      record: 'revoked',
      ended_at: now.toISOString(),
      ended_by: grant.principal_id === personId ? 'principal' : 'agent',
    })
    const other = peopleOf(ended).find((each) => each !== personId && partyOf(ended, each) !== null)
    if (other) await tellParty(trx, tellPerson, { kind: 'grant_revoked', personId: other, grant: ended })
  }
  await leaveHomeOf(context, tellPerson, trx, personId, now)
}

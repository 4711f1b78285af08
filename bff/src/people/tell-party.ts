import { instantOf } from '@little-bench/shared/kernel/time'
import type { Notice } from '@little-bench/shared/notifications/notices'
import type { Trx } from '../platform/db/database.ts'
import { peopleOf } from './grant.presenter.ts'
import type { GrantRow } from './grant.repository.ts'
import { namesByPersonId } from './person-names.service.ts'
import type { TellPerson } from './tell-person.ts'

/** Tells one of the parties of a grant what became of it; whoever is named is masked. */
export const tellParty = async (
  trx: Trx,
  tellPerson: TellPerson,
  { kind, personId, grant }: { kind: Notice; personId: string; grant: GrantRow },
): Promise<void> => {
  const names = await namesByPersonId({ db: trx }, peopleOf(grant))
  const { principal_id: principalId, agent_id: agentId } = grant
  await tellPerson(trx, {
    kind,
    personId,
    communityId: grant.community_id,
    workItemId: null,
    subjectId: null,
    details: {
      principalName: names.get(principalId)?.masked ?? '',
      agentName: (agentId && names.get(agentId)?.masked) ?? '',
      untilAt: instantOf(grant.valid_until, 0).toISOString(),
    },
  })
}

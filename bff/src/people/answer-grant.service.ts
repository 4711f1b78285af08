import { AppError } from '@little-bench/shared/kernel/errors'
import { type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { grantStateOn, isOpenOn } from '@little-bench/shared/people/grants'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { canAnswer, datedOf, partyOf } from './grant.policy.ts'
import { type GrantView, peopleOf, presentGrant } from './grant.presenter.ts'
import {
  bindAgent,
  findGrantById,
  type GrantRow,
  listUnendedGrants,
  lockGrantById,
  updateGrant,
} from './grant.repository.ts'
import { spendCode } from './one-time-code.service.ts'
import { lockPerson } from './person.repository.ts'
import { namesByPersonId } from './person-names.service.ts'
import { tellParty } from './tell-party.ts'
import type { TellPerson } from './tell-person.ts'

const viewOf = async (trx: Trx, row: GrantRow, personId: string, today: ServiceDate): Promise<GrantView> =>
  presentGrant(row, await namesByPersonId({ db: trx }, peopleOf(row)), { personId, today })

const activeBetween = async (trx: Trx, principalId: string, agentId: string): Promise<GrantRow | undefined> =>
  (await listUnendedGrants(trx, principalId)).find((row) => row.record === 'active' && row.agent_id === agentId)

/**
 * Enters the code of a grant: from now on it is offered to the viewer, and counts once they accept.
 * Errors: `code_invalid`, `grant_to_oneself`, `grant_exists`; a refused try leaves the code as good as before.
 */
export const redeemCode = (context: Context, viewer: Viewer, typed: string, write: Write): Promise<GrantView> => {
  const now = context.clock.now()
  const today = shanghaiTime(now).date
  const agentId = viewer.personId
  return inTransaction(context.db, now, write, async (trx) => {
    const { subjectId } = await spendCode(context, trx, { purpose: 'proxy_grant', typed, usedBy: agentId }, now)
    const offered = await findGrantById(trx, subjectId)
    if (offered?.principal_id === agentId) throw new AppError('grant_to_oneself')
    // Nobody witnesses what they receive.
    if (!offered || offered.witnessed_by === agentId) throw new AppError('code_invalid')
    const active = await activeBetween(trx, offered.principal_id, agentId)
    if (active && isOpenOn(datedOf(active), today)) throw new AppError('grant_exists')
    const bound = await bindAgent(trx, subjectId, agentId, today)
    if (!bound) throw new AppError('code_invalid')
    return viewOf(trx, bound, agentId, today)
  })
}

/**
 * Accepts a grant or refuses it. Errors: `not_found` for whoever it is not offered to, `grant_not_answerable`,
 * `grant_exists`.
 */
export const answerGrant = (
  context: Context,
  tellPerson: TellPerson,
  viewer: Viewer,
  { grantId, isAccepted, callName }: { grantId: string; isAccepted: boolean; callName: string | undefined },
  write: Write,
): Promise<GrantView> => {
  const now = context.clock.now()
  const today = shanghaiTime(now).date
  return inTransaction(context.db, now, write, async (trx) => {
    const found = await findGrantById(trx, grantId)
    if (!found || partyOf(found, viewer.personId) !== 'agent') throw new AppError('not_found')
    await lockPerson(trx, found.principal_id)
    const grant = await lockGrantById(trx, grantId)
    if (!grant || !canAnswer(grant, viewer.personId, today)) throw new AppError('grant_not_answerable')
    if (isAccepted) await makeRoom(trx, grant, viewer.personId, today)
    const answered = await updateGrant(trx, grantId, {
      record: isAccepted ? 'active' : 'refused',
      answered_at: now.toISOString(),
      ...(isAccepted ? { call_name: callName ?? null } : { ended_at: now.toISOString() }),
    })
    const kind = isAccepted ? 'grant_accepted' : 'grant_refused'
    await tellParty(trx, tellPerson, { kind, personId: grant.principal_id, grant: answered })
    return viewOf(trx, answered, viewer.personId, today)
  })
}

/** Between two people one grant counts at a time: one that has expired makes way, another does not. */
const makeRoom = async (trx: Trx, grant: GrantRow, agentId: string, today: ServiceDate): Promise<void> => {
  const active = await activeBetween(trx, grant.principal_id, agentId)
  if (!active) return
  if (grantStateOn(datedOf(active), today) !== 'expired') throw new AppError('grant_exists')
  await updateGrant(trx, active.id, { record: 'expired' })
}

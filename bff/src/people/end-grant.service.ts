import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { isOpenOn } from '@little-bench/shared/people/grants'
import type { Authority } from '../platform/authority.ts'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { canRevoke, datedOf, partyOf } from './grant.policy.ts'
import { type GrantView, peopleOf, presentGrant } from './grant.presenter.ts'
import { type GrantRow, listUnendedGrants, lockGrantById, setFrozen, updateGrant } from './grant.repository.ts'
import { lockPerson } from './person.repository.ts'
import { namesByPersonId } from './person-names.service.ts'
import { tellParty } from './tell-party.ts'
import type { TellPerson } from './tell-person.ts'

/**
 * Ends a grant at once, from either side. It waits for what is being written by it just now; once this has been answered,
 * nothing more is. Errors: `not_found` for everybody else, `grant_not_answerable` when it has ended.
 */
export const revokeGrant = (
  context: Context,
  tellPerson: TellPerson,
  viewer: Viewer,
  grantId: string,
  write: Write,
): Promise<GrantView> => {
  const now = context.clock.now()
  const today = shanghaiTime(now).date
  return inTransaction(context.db, now, write, async (trx) => {
    const grant = await lockGrantById(trx, grantId)
    const party = grant && partyOf(grant, viewer.personId)
    if (!party) throw new AppError('not_found')
    if (!canRevoke(grant, viewer.personId, today)) throw new AppError('grant_not_answerable')
    const ended = await updateGrant(trx, grantId, {
      record: 'revoked',
      ended_at: now.toISOString(),
      ended_by: viewer.authority ? 'counter' : party,
    })
    const other = otherOf(ended, viewer.personId)
    if (other) await tellParty(trx, tellPerson, { kind: 'grant_revoked', personId: other, grant: ended })
    const names = await namesByPersonId({ db: trx }, peopleOf(ended))
    return presentGrant(ended, names, { personId: viewer.personId, today })
  })
}

/** Whoever else knows of the grant; what was offered under pressure is known to nobody else. */
const otherOf = (grant: GrantRow, personId: string): string | undefined =>
  peopleOf(grant).find((id) => id !== personId && partyOf(grant, id) !== null)

/**
 * Lets everything that the viewer has given stand still, or lifts that. By telephone nobody knows who is listening: then
 * it can be frozen and not lifted. Errors: `not_delegable`.
 */
export const freezeGrants = (
  context: Context,
  tellPerson: TellPerson,
  viewer: Viewer,
  isFrozen: boolean,
  write: Write,
): Promise<{ isFrozen: boolean; grants: number }> => {
  if (!isFrozen && !mayLift(viewer.authority)) throw new AppError('not_delegable')
  const now = context.clock.now()
  return inTransaction(context.db, now, write, async (trx) => {
    await lockPerson(trx, viewer.personId)
    const open = await openGrantsOf(trx, viewer.personId, now)
    const ids = open.map(({ id }) => id)
    await setFrozen(trx, ids, isFrozen ? now.toISOString() : null)
    const [first] = open
    // Whoever acts for them reads it in their list, and is told nothing that they could ask about.
    if (isFrozen && first) {
      await tellPerson(trx, {
        kind: 'grant_frozen',
        personId: viewer.personId,
        communityId: first.community_id,
        workItemId: null,
        subjectId: null,
        details: {},
      })
    }
    return { isFrozen: isFrozen && open.length > 0, grants: open.length }
  })
}

/** In person: on one's own telephone, or sitting at the counter. */
const mayLift = (authority: Authority | null): boolean =>
  authority === null || (authority.kind === 'assist_session' && authority.reason === 'counter')

const openGrantsOf = async (trx: Trx, principalId: string, now: Date): Promise<GrantRow[]> => {
  const today = shanghaiTime(now).date
  return (await listUnendedGrants(trx, principalId)).filter((row) => isOpenOn(datedOf(row), today))
}

import type { Service } from '@little-bench/shared/communities/duty'
import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { hasPower, type Power, type ProxyService } from '@little-bench/shared/people/powers'
import type { Authority } from '../platform/authority.ts'
import type { Context } from '../platform/context.ts'
import type { OnBehalf } from '../platform/db/transaction.ts'
import type { ActFor, SignedIn } from '../platform/http/viewer.ts'
import {
  type ActingPair,
  findCountingGrant,
  findOpenSession,
  holdGrant,
  holdSession,
  listCountingGrantsOf,
} from './authority.repository.ts'
import { homeCommunityOf } from './counter.policy.ts'
import { findPersonById, type PersonRow } from './person.repository.ts'
import { namesByPersonId } from './person-names.service.ts'
import { recordAct } from './proxy-act.repository.ts'
import type { TellPerson } from './tell-person.ts'

const pairOf = (context: Context, actorId: string, principalId: string): ActingPair => {
  const now = context.clock.now()
  return { actorId, principalId, now, today: shanghaiTime(now).date }
}

/** A session at the counter goes first: it was opened just now, on purpose. */
const authorityOf = async (context: Context, pair: ActingPair): Promise<Authority | null> => {
  const session = await findOpenSession(context.db, pair)
  if (session) return { kind: 'assist_session', ...session }
  const grant = await findCountingGrant(context.db, pair)
  return grant ? { kind: 'grant', ...grant } : null
}

/** Nobody inherits a desk by acting for somebody who has one. */
const asResident = ({ id, name, roles }: PersonRow): SignedIn => ({
  personId: id,
  name,
  roles: roles.filter(({ role }) => role === 'resident'),
  // Whoever acts may be in the mini-program; the person themselves is not.
  isFromWechat: false,
})

/** Whom somebody may act for now; null without a grant or session that counts, and the same for nobody at all. */
export const createActFor =
  (context: Context, tellPerson: TellPerson): ActFor =>
  async (actor, principalId, operation) => {
    const pair = pairOf(context, actor.personId, principalId)
    const authority = await authorityOf(context, pair)
    const principal = authority && (await findPersonById(context.db, principalId))
    if (!authority || !principal) return null
    const onBehalf: OnBehalf = {
      wasAsked: false,
      async hold(trx, now) {
        const held = { ...pair, now, today: shanghaiTime(now).date }
        const isHeld = await (authority.kind === 'grant' ? holdGrant : holdSession)(trx, held, authority.id)
        if (!isHeld) throw new AppError('proxy_grant_missing')
      },
      async record(trx, item, now) {
        const grantId = authority.kind === 'grant' ? authority.id : null
        const sessionId = authority.kind === 'assist_session' ? authority.id : null
        await recordAct(trx, { principalId, actorId: actor.personId, grantId, sessionId, operation }, item, now)
        // Whom the counter helps sits beside it, and reads the session in their list.
        if (authority.kind !== 'grant') return
        const names = await namesByPersonId({ db: trx }, [actor.personId])
        await tellPerson(trx, {
          kind: 'acted_for',
          personId: principalId,
          // At home, wherever the item is: another community need not know who acts for whom.
          communityId: homeCommunityOf(principal.roles) ?? item?.communityId ?? '',
          workItemId: item?.workItemId ?? null,
          subjectId: null,
          details: {
            actorName: names.get(actor.personId)?.masked ?? '',
            operation,
            ...(item && { eventKind: item.eventKind }),
          },
        })
      },
    }
    return { principal: asResident(principal), authority, onBehalf }
  }

/** Whether somebody has a grant that counts now and holds this power. */
export const mayActFor = async (
  context: Context,
  agentId: string,
  principalId: string,
  { service, power }: { service: Service | ProxyService; power: Power },
): Promise<boolean> => {
  const grant = await findCountingGrant(context.db, pairOf(context, agentId, principalId))
  return grant !== undefined && hasPower(grant.scopes, service, power)
}

/** Everybody for whom somebody may act now by a grant, and in what. */
export const listCountingGrants = (context: Context, actorId: string) =>
  listCountingGrantsOf(context.db, { actorId, today: shanghaiTime(context.clock.now()).date })

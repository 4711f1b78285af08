import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { AssistReason } from '@little-bench/shared/people/assist'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { RoleAssignment, Viewer } from '../platform/http/viewer.ts'
import { assistedBy } from './assisted-by.ts'
import { assistsCommunity, homeCommunityOf, livesIn } from './counter.policy.ts'
import { type GrantTerms, giveGrant, type NewGrant } from './give-grant.ts'
import { type GrantView, peopleOf, presentGrant } from './grant.presenter.ts'
import type { GrantRow } from './grant.repository.ts'
import { householdIdOf } from './household.repository.ts'
import { type KeptCode, makeCode, type ShownCode, showCode } from './one-time-code.service.ts'
import { findPersonById } from './person.repository.ts'
import { namesByPersonId } from './person-names.service.ts'
import { tellParty } from './tell-party.ts'
import type { TellPerson } from './tell-person.ts'

/** How a session must have begun for somebody to be asked alone. */
const IN_PERSON: readonly AssistReason[] = ['counter', 'visit']

/** Asks the counter to speak to somebody alone, because they did not give a grant freely or were not sure. */
export type AskToCall = (trx: Trx, person: { personId: string; communityId: string }) => Promise<void>

export interface OfferDuties {
  tellPerson: TellPerson
  askToCall: AskToCall
}

interface Offer {
  grant: GrantView
  code: ShownCode | null
}

/** As it is kept for a phone that sends the same offer again. */
interface KeptOffer {
  grant: GrantView
  code: KeptCode | null
}

const homeOf = (roles: readonly RoleAssignment[]): string => {
  const home = homeCommunityOf(roles)
  if (!home) throw new AppError('forbidden')
  return home
}

/** Under pressure somebody may have to show the answer to whoever presses them: it is the same, and opens nothing. */
const offer = async (
  context: Context,
  trx: Trx,
  { askToCall }: OfferDuties,
  { terms, grant, viewerId, now }: { terms: GrantTerms; grant: NewGrant; viewerId: string; now: Date },
): Promise<{ row: GrantRow; kept: KeptOffer }> => {
  const row = await giveGrant(trx, terms, grant, now)
  const { principalId, communityId } = grant
  const isFree = terms.freedom === 'free'
  if (!isFree) await askToCall(trx, { personId: principalId, communityId })
  const subject = { purpose: 'proxy_grant', communityId, subjectId: row.id, madeBy: viewerId, isDead: !isFree } as const
  const code = grant.agentId === null ? await makeCode(context, trx, subject, now) : null
  const names = await namesByPersonId({ db: trx }, peopleOf(row))
  const today = shanghaiTime(now).date
  return { row, kept: { grant: presentGrant(row, names, { personId: principalId, today }), code } }
}

/**
 * Lets a member of the household act for the viewer, or whoever enters the code.
 * Errors: those of `giveGrant`, `grant_to_oneself`, `not_in_household`.
 */
export const offerGrant = async (
  context: Context,
  duties: OfferDuties,
  viewer: Viewer,
  { agentId, ...terms }: GrantTerms & { agentId?: string | undefined },
  write: Write,
): Promise<Offer> => {
  if (agentId === viewer.personId) throw new AppError('grant_to_oneself')
  const now = context.clock.now()
  const grant = {
    principalId: viewer.personId,
    communityId: homeOf(viewer.roles),
    agentId: agentId ?? null,
    witnessedBy: null,
  }
  const { grant: view, code } = await inTransaction(context.db, now, write, async (trx) => {
    if (agentId !== undefined) await requireOneHousehold(trx, viewer.personId, agentId)
    const { row, kept } = await offer(context, trx, duties, { terms, grant, viewerId: viewer.personId, now })
    if (agentId !== undefined && terms.freedom === 'free') {
      await tellParty(trx, duties.tellPerson, { kind: 'grant_offered', personId: agentId, grant: row })
    }
    return kept
  })
  return { grant: view, code: code && showCode(context, 'proxy_grant', code) }
}

const requireOneHousehold = async (trx: Trx, oneId: string, otherId: string): Promise<void> => {
  const householdId = await householdIdOf(trx, oneId)
  if (householdId === null || householdId !== (await householdIdOf(trx, otherId)))
    throw new AppError('not_in_household')
}

/**
 * Gives a grant for a resident who sits at the counter, with the caller as witness; the code goes on paper.
 * Errors: those of `giveGrant`; `not_found` for another community's counter; `assist_session_missing`, also when they only
 * speak on the telephone.
 */
export const witnessGrant = async (
  context: Context,
  duties: OfferDuties,
  viewer: Viewer,
  communityId: string,
  { residentId, ...terms }: GrantTerms & { residentId: string },
  write: Write,
): Promise<{ grant: GrantView; code: ShownCode }> => {
  if (!assistsCommunity(viewer.roles, communityId)) throw new AppError('not_found')
  const now = context.clock.now()
  // Of a telephone call nobody can say who is listening.
  const onBehalf = assistedBy({ staffId: viewer.personId, residentId }, 'witnessProxyGrant', IN_PERSON)
  const { grant: view, code } = await inTransaction(context.db, now, { once: write.once, onBehalf }, async (trx) => {
    const resident = await findPersonById(trx, residentId)
    if (!resident || !livesIn(resident.roles, communityId)) throw new AppError('not_found')
    const grant = { principalId: residentId, communityId, agentId: null, witnessedBy: viewer.personId }
    const { kept } = await offer(context, trx, duties, { terms, grant, viewerId: viewer.personId, now })
    return kept
  })
  if (!code) throw new Error('a witnessed grant has a code')
  return { grant: view, code: showCode(context, 'proxy_grant', code) }
}

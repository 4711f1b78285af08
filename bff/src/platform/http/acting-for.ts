import { SERVICES } from '@little-bench/shared/communities/duty'
import type { OperationContract } from '@little-bench/shared/kernel/endpoint'
import { AppError } from '@little-bench/shared/kernel/errors'
import { hasPower } from '@little-bench/shared/people/powers'
import type { Context } from 'koa'
import type { Authority } from '../authority.ts'
import type { OnBehalf } from '../db/transaction.ts'
import { principalOf } from './request.ts'
import type { ActFor, SignedIn, Viewer } from './viewer.ts'

interface Calling {
  /** The operation id. */
  name: string
  contract: Pick<OperationContract, 'delegation'>
  person: SignedIn | null
  actFor: ActFor
}

/**
 * Whose business a call is. With `Acting-For` the operation must allow it and the caller must have a right that counts
 * now; what is never done for anybody says so before a grant is looked for, so that its answer shows no grant.
 * Errors: `unauthenticated`, `not_delegable`, `proxy_grant_missing`, `proxy_power_missing`.
 */
export const viewerFor = async (
  ctx: Context,
  { name, contract: { delegation }, person, actFor }: Calling,
): Promise<{ viewer: Viewer | null; onBehalf: OnBehalf | null }> => {
  const { language } = ctx.state
  const principalId = principalOf(ctx)
  if (principalId === undefined) {
    return { viewer: person && { ...person, language, actorId: person.personId, authority: null }, onBehalf: null }
  }
  if (person === null) throw new AppError('unauthenticated')
  if (delegation === 'nobody') throw new AppError('not_delegable')
  const acting = await actFor(person, principalId, name)
  if (!acting) throw new AppError('proxy_grant_missing')
  const { principal, authority, onBehalf } = acting
  requirePower(delegation, authority)
  return { viewer: { ...principal, language, actorId: person.personId, authority }, onBehalf }
}

const requirePower = (delegation: OperationContract['delegation'], authority: Authority): void => {
  if (delegation === 'anybody' || authority.kind === 'assist_session') return
  if (typeof delegation === 'string') throw new AppError('not_delegable')
  const { power, of } = delegation
  // Without a service the item's own decides, once it is known; here some service must do.
  const services = of === undefined ? SERVICES : [of]
  if (!services.some((service) => hasPower(authority.scopes, service, power))) {
    throw new AppError('proxy_power_missing')
  }
}

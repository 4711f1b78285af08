import type { Service } from '@little-bench/shared/communities/duty'
import type { AssistReason } from '@little-bench/shared/people/assist'
import { hasPower, type Power, type ProxyScope, type ProxyService } from '@little-bench/shared/people/powers'

/** By what right somebody acts for somebody else: a grant with its scopes, or an open session at the counter. */
export type Authority =
  | { kind: 'grant'; id: string; scopes: readonly ProxyScope[] }
  | { kind: 'assist_session'; id: string; reason: AssistReason }

/** Whose business it is, who really does it, and by what right; null in one's own. */
interface Acting {
  personId: string
  actorId: string
  authority: Authority | null
}

/** Whether this viewer may do that in a service: in one's own business the permission has decided already. */
export const reaches = (
  { authority }: Pick<Acting, 'authority'>,
  service: Service | ProxyService,
  power: Power,
): boolean => authority?.kind !== 'grant' || hasPower(authority.scopes, service, power)

/** Who did something and for whom, as events keep it. */
export const handOf = ({ actorId, personId, authority }: Acting) => ({
  actorId,
  actingForId: authority ? personId : null,
})

import type { Language } from '@little-bench/shared/kernel/language'
import type { AssistReason } from '@little-bench/shared/people/assist'
import { hasPower, type Power, type ProxyScope, type ProxyService } from '@little-bench/shared/people/powers'
import type { Role } from '@little-bench/shared/people/roles'
import type { OnBehalf } from '../db/transaction.ts'

/** One role of a person and what it reaches. */
export interface RoleAssignment {
  role: Role
  communityId: string | null
  gridCellId: string | null
  unitId: string | null
}

/** By what right somebody acts for somebody else: a grant with its scopes, or an open session at the counter. */
export type Authority =
  | { kind: 'grant'; id: string; scopes: readonly ProxyScope[] }
  | { kind: 'assist_session'; id: string; reason: AssistReason }

/** Whose business it is, who calls, and in which language they are answered. */
export interface Viewer {
  /** The caller, or the person the caller acts for: whose items these are. */
  personId: string
  /** Name and roles of that person. Acting for somebody, only the roles of a resident: nobody inherits a desk. */
  name: string
  roles: readonly RoleAssignment[]
  language: Language
  /** Who really calls. */
  actorId: string
  /** Null in one's own business. */
  authority: Authority | null
}

/** Somebody who is signed in. */
export type SignedIn = Pick<Viewer, 'personId' | 'name' | 'roles'>

/** Whether this viewer may do that in a service: in one's own business the permission has decided already. */
export const reaches = ({ authority }: Pick<Viewer, 'authority'>, service: ProxyService, power: Power): boolean =>
  authority?.kind !== 'grant' || hasPower(authority.scopes, service, power)

/** Who did something and for whom, as events keep it. */
export const handOf = ({ actorId, personId, authority }: Pick<Viewer, 'actorId' | 'personId' | 'authority'>) => ({
  actorId,
  actingForId: authority ? personId : null,
})

/** The person behind a bearer token; null when it is unknown, ended or expired. */
export type Authenticate = (token: string) => Promise<SignedIn | null>

/** Whom somebody may act for now, and how that is held and recorded; null without a right that counts. */
export type ActFor = (
  actor: SignedIn,
  principalId: string,
  operation: string,
) => Promise<{ principal: SignedIn; authority: Authority; onBehalf: OnBehalf } | null>

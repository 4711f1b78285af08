import type { Language } from '@little-bench/shared/kernel/language'
import type { Role } from '@little-bench/shared/people/roles'
import type { Authority } from '../authority.ts'
import type { OnBehalf } from '../db/transaction.ts'

/** One role of a person and what it reaches. */
export interface RoleAssignment {
  role: Role
  communityId: string | null
  gridCellId: string | null
  unitId: string | null
}

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
  /** Whether this session began in the mini-program: only there does WeChat know who writes, and what it lets them write. */
  isFromWechat: boolean
  /** Set for whoever was invited to one case without an account: this session reaches nothing else. */
  onlyCase?: { communityId: string; caseId: string }
}

/** Somebody who is signed in. */
export type SignedIn = Pick<Viewer, 'personId' | 'name' | 'roles' | 'isFromWechat' | 'onlyCase'>

/** The person behind a bearer token; null when it is unknown, ended or expired. */
export type Authenticate = (token: string) => Promise<SignedIn | null>

/** Whom somebody may act for now, and how that is held and recorded; null without a right that counts. */
export type ActFor = (
  actor: SignedIn,
  principalId: string,
  operation: string,
) => Promise<{ principal: SignedIn; authority: Authority; onBehalf: OnBehalf } | null>

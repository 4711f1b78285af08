import type { LocalText } from '../kernel/language.ts'
import { addDays, type ServiceDate } from '../kernel/time.ts'
import type { ProxyScope } from './powers.ts'

/** Open grants that one person can have given at once (郑好办: five). */
export const MAX_GRANTS = 5
/** Civil Code 165 wants a period; nobody acts for somebody longer than this without being asked again. */
export const MAX_GRANT_MONTHS = 12

export const RELATIONSHIPS = ['child', 'spouse', 'relative', 'neighbour', 'volunteer', 'other'] as const
export type Relationship = (typeof RELATIONSHIPS)[number]

/** What whoever acts is to the person. */
export const RELATIONSHIP_TEXT: Record<Relationship, LocalText> = {
  child: { zh: '儿女' },
  spouse: { zh: '爱人' },
  relative: { zh: '亲戚' },
  neighbour: { zh: '邻居' },
  volunteer: { zh: '志愿者' },
  other: { zh: '别的人' },
}

/** Days in which the code of a grant can be entered; what nobody has taken up by then is over. */
export const CODE_DAYS = 7

/** As it is kept. Expiry follows from dates; it is written down only where a new grant takes the place of an old one. */
export const GRANT_RECORDS = ['offered', 'active', 'refused', 'revoked', 'expired'] as const
export type GrantRecord = (typeof GRANT_RECORDS)[number]

/** As the two parties read it. */
export const GRANT_STATES = [...GRANT_RECORDS, 'frozen'] as const
export type GrantState = (typeof GRANT_STATES)[number]

export const GRANT_STATE_TEXT: Record<GrantState, LocalText> = {
  offered: { zh: '等答应' },
  active: { zh: '正在用' },
  refused: { zh: '没答应' },
  revoked: { zh: '结束了' },
  expired: { zh: '到期了' },
  frozen: { zh: '暂停着' },
}

/** What the person answered, alone, when asked whether anybody pressed them (NHS DAPB3051). */
export const FREEDOMS = ['free', 'pressed', 'unsure'] as const
export type Freedom = (typeof FREEDOMS)[number]

export interface DatedGrant {
  record: GrantRecord
  scopes: readonly ProxyScope[]
  /** The last day on which it counts, Asia/Shanghai. */
  validUntil: ServiceDate
  /** The last day on which its code can be entered; null once it is known who would act. */
  codeUntil: ServiceDate | null
  isFrozen: boolean
}

const isOver = ({ record, validUntil, codeUntil }: DatedGrant, today: ServiceDate): boolean =>
  (record === 'active' && today > validUntil) ||
  (record === 'offered' && (today > validUntil || (codeUntil !== null && today > codeUntil)))

/** The state of a grant on a service day. */
export const grantStateOn = (grant: DatedGrant, today: ServiceDate): GrantState => {
  if (isOver(grant, today)) return 'expired'
  if (grant.record === 'active' && grant.isFrozen) return 'frozen'
  return grant.record
}

/** Whether somebody may act by this grant on that day. */
export const countsOn = (grant: DatedGrant, today: ServiceDate): boolean => grantStateOn(grant, today) === 'active'

/** Whether it may still be answered, used or ended: what counts towards the most that one person can have given. */
export const isOpenOn = (grant: DatedGrant, today: ServiceDate): boolean => OPEN.includes(grantStateOn(grant, today))

const OPEN: readonly GrantState[] = ['offered', 'active', 'frozen']

/** The same day `months` later, or the last day of that month when it has no such day. */
export const addMonths = (date: ServiceDate, months: number): ServiceDate => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, lastDay)))
    .toISOString()
    .slice(0, 10)
}

/** The last day that a grant made today may name. */
export const latestGrantEnd = (today: ServiceDate): ServiceDate => addMonths(today, MAX_GRANT_MONTHS)

/** Whether a grant made today may end on that day. */
export const isGrantPeriod = (today: ServiceDate, validUntil: ServiceDate): boolean =>
  today <= validUntil && validUntil <= latestGrantEnd(today)

/** Asked again at half time: is this still what you want? */
export const reviewDateOf = (from: ServiceDate, until: ServiceDate): ServiceDate => {
  const days = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)
  return addDays(from, Math.max(1, Math.floor(days / 2)))
}

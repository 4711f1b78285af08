import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { addMonths, type Freedom, MAX_GRANT_MONTHS, type Relationship } from '@little-bench/shared/people/grants'
import { POWERS_OF_SERVICE, type Power, PROXY_SERVICES, type ProxyService } from '@little-bench/shared/people/powers'
import type { WitnessBody } from './grant.api'

/** Months one can choose; the longest is the law's and ours. */
export const GRANT_PERIODS = ['1', '3', '6', String(MAX_GRANT_MONTHS)] as const

export interface WitnessDraft {
  isAskedAlone: boolean
  freedom: Freedom | null
  relationship: Relationship | null
  powers: Readonly<Record<ProxyService, readonly Power[]>>
  months: string
  hasAgreed: boolean
}

export const EMPTY_WITNESS: WitnessDraft = {
  isAskedAlone: false,
  freedom: null,
  relationship: null,
  powers: { issues: [], canteen: [], childcare: [], activities: [], pension: [], profile: [] },
  months: '3',
  hasAgreed: false,
}

/** What of a service can be ticked: looking goes along with the rest, and alone it is a choice too. */
export const powersOf = (service: ProxyService): readonly Power[] => POWERS_OF_SERVICE[service]

export const scopesOf = ({ powers }: WitnessDraft): WitnessBody['scopes'] =>
  PROXY_SERVICES.filter((service) => powers[service].length > 0).map((service) => ({
    service,
    powers: [...powers[service]],
  }))

export const lastDayOf = ({ months }: WitnessDraft, today: ServiceDate): ServiceDate => addMonths(today, Number(months))

/** Only a person who was asked alone and said so freely goes on. */
export const isFree = ({ isAskedAlone, freedom }: WitnessDraft): boolean => isAskedAlone && freedom === 'free'

/** The grant as it is sent; undefined while something is missing. */
export const witnessBodyOf = (draft: WitnessDraft, residentId: string, today: ServiceDate): WitnessBody | undefined => {
  const scopes = scopesOf(draft)
  if (!isFree(draft) || !draft.relationship || scopes.length === 0 || !draft.hasAgreed) return undefined
  return {
    residentId,
    relationship: draft.relationship,
    scopes,
    validUntil: lastDayOf(draft, today),
    freedom: 'free',
    isAskedAlone: true,
  }
}

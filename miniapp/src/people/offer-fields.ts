import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { addMonths, type Freedom, latestGrantEnd, type Relationship } from '@little-bench/shared/people/grants'
import {
  normalScopes,
  POWERS_OF_SERVICE,
  type Power,
  PROXY_SERVICES,
  type ProxyService,
} from '@little-bench/shared/people/powers'
import type { GrantOffer } from './grants.api'

export type PowerName = `${ProxyService}.${Power}`
export const PERIODS = ['1', '3', '6', '12', 'day'] as const
export type Period = (typeof PERIODS)[number]
/** In place of a member of the household: whoever enters the code. */
export const BY_CODE = 'code'

/** What somebody says when they let another act for them; nothing is chosen beforehand. */
export interface OfferFields {
  /** The id of a member of the household, or BY_CODE. */
  who: string | null
  relationship: Relationship | null
  powers: PowerName[]
  period: Period | null
  /** For the period `day`. */
  day: string
  freedom: Freedom | null
}

export const EMPTY_OFFER: OfferFields = {
  who: null,
  relationship: null,
  powers: [],
  period: null,
  day: '',
  freedom: null,
}

export const OFFER_STEPS = ['stepWho', 'stepWhat', 'stepUntil', 'stepAlone', 'stepCheck'] as const
export type OfferStep = (typeof OFFER_STEPS)[number]

/** What can be chosen, service by service. */
export const POWER_NAMES: PowerName[] = PROXY_SERVICES.flatMap((service) =>
  POWERS_OF_SERVICE[service].map((power): PowerName => `${service}.${power}`),
)

/** Whoever may do something may also see it. */
export const scopesOf = (powers: readonly PowerName[]): GrantOffer['scopes'] =>
  normalScopes(
    PROXY_SERVICES.flatMap((service) =>
      POWERS_OF_SERVICE[service]
        .filter((power) => powers.includes(`${service}.${power}`))
        .map((power) => ({ service, powers: [power] })),
    ),
  ).map(({ service, powers: named }) => ({ service, powers: [...named] }))

/** The last day; undefined while none is chosen or it cannot be. */
export const validUntilOf = ({ period, day }: OfferFields, today: ServiceDate): ServiceDate | undefined => {
  if (period === null) return undefined
  if (period !== 'day') return addMonths(today, Number(period))
  return day >= today && day <= latestGrantEnd(today) ? day : undefined
}

/** Whether the step has all that it asks for. */
export const isStepDone = (step: OfferStep, fields: OfferFields, today: ServiceDate): boolean => {
  switch (step) {
    case 'stepWho':
      return fields.who !== null && fields.relationship !== null
    case 'stepWhat':
      return fields.powers.length > 0
    case 'stepUntil':
      return validUntilOf(fields, today) !== undefined
    case 'stepAlone':
      return fields.freedom !== null
    case 'stepCheck':
      return offerOf(fields, today) !== undefined
  }
}

/** What is sent; undefined while something is missing. */
export const offerOf = (fields: OfferFields, today: ServiceDate): GrantOffer | undefined => {
  const { who, relationship, powers, freedom } = fields
  const validUntil = validUntilOf(fields, today)
  if (who === null || !relationship || !freedom || !validUntil || powers.length === 0) return undefined
  const offer = { relationship, scopes: scopesOf(powers), validUntil, freedom }
  return who === BY_CODE ? offer : { ...offer, agentId: who }
}

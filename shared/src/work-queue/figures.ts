/** The five rates of a community's month, of 居民说事 alone. */
export const RATES = ['accepted_in_time', 'replied_in_time', 'resolved_in_time', 'solved', 'satisfied'] as const
export type RateName = (typeof RATES)[number]

/** A rate is shown from this many on: fewer would tell who was asked. */
export const SMALLEST_SHOWN = 5

/** Satisfaction counts from 4 of 5. */
export const SATISFIED_FROM = 4

export interface RateCount {
  numerator: number
  denominator: number
}

/** What a reader may see of a rate: nothing of a small cell, not even its size. */
export const shownRate = ({ numerator, denominator }: RateCount): { numerator: number; denominator: number } | null =>
  denominator < SMALLEST_SHOWN ? null : { numerator, denominator }

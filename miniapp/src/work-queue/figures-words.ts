import type { Translate } from '../platform/i18n/text'
import type { figuresText } from './figures.text'
import type { MonthFigures, Rate } from './oversight.api'

type Words = Translate<typeof figuresText>

const MONTHS = 12

/** Whole per cent; null where too few would tell who was asked. */
export const percentOf = ({ numerator, denominator }: Rate): number | null =>
  numerator === null || denominator === null || denominator === 0 ? null : Math.round((numerator / denominator) * 100)

export const rateWords = (rate: Rate, t: Words): string => {
  const count = percentOf(rate)
  return count === null ? t('hidden') : t('percent', { count })
}

/** What was counted: ratings for the two rates that residents decide, items for the rest. */
export const countedWords = ({ rate, numerator, denominator }: Rate, t: Words): string => {
  if (numerator === null || denominator === null) return t('hidden')
  const isOfRatings = rate === 'solved' || rate === 'satisfied'
  return t(isOfRatings ? 'countedRatings' : 'counted', { numerator, denominator })
}

/** `2026-11` → year and month as numbers. */
const partsOf = (month: string) => ({ year: Number(month.slice(0, 4)), month: Number(month.slice(5)) })

export const monthWords = (month: string, t: Words): string => t('month', partsOf(month))
export const shortMonthWords = (month: string, t: Words): string => t('monthShort', { month: partsOf(month).month })

/** The month so many months later (earlier when negative), `2026-11` → `2026-12`. */
export const monthAfter = (month: string, count: number): string => {
  const { year, month: number } = partsOf(month)
  const months = year * MONTHS + number - 1 + count
  return `${Math.floor(months / MONTHS)}-${String((months % MONTHS) + 1).padStart(2, '0')}`
}

/** One rate over the months, oldest first; a month without it is left out. */
export const trendOf = (months: readonly MonthFigures[], name: Rate['rate']): { month: string; rate: Rate }[] =>
  [...months].reverse().flatMap(({ month, rates }) => {
    const rate = rates.find((each) => each.rate === name)
    return rate ? [{ month, rate }] : []
  })

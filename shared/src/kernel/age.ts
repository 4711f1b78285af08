import type { ServiceDate } from './time.ts'

const partsOf = (date: ServiceDate) => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { year, month, day }
}

/** Whole months between two days; whoever is born on the 31st is a month older on the first day after a short month. */
export const monthsOld = (bornOn: ServiceDate, on: ServiceDate): number => {
  const [born, now] = [partsOf(bornOn), partsOf(on)]
  const months = (now.year - born.year) * 12 + now.month - born.month
  return now.day >= born.day ? months : months - 1
}

/** Whole years: somebody born on 29 February is a year older on 1 March of a common year. */
export const yearsOld = (bornOn: ServiceDate, on: ServiceDate): number => Math.floor(monthsOld(bornOn, on) / 12)

import { shanghaiTime } from '@little-bench/shared/kernel/time'

const YEAR = 12

/** The month in which somebody of that age in whole months was born. */
export const monthsAgo = (months: number): { year: string; month: string } => {
  const now = shanghaiTime(new Date())
  const born = now.year * YEAR + now.month - 1 - months
  return { year: String(Math.floor(born / YEAR)), month: String((born % YEAR) + 1) }
}

import type { ServiceDate } from '@little-bench/shared/kernel/time'

/** 「2026年11月28日」 */
export const spokenDay = (date: ServiceDate): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

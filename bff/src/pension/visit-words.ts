import type { ServiceDate } from '@little-bench/shared/kernel/time'

/** 「11月24日」 */
export const spokenDay = (on: ServiceDate): string => `${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`

/** 570 → 「9:30」 */
export const spokenMinute = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

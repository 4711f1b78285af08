import { monthsOld } from '../kernel/age.ts'
import type { ServiceDate } from '../kernel/time.ts'

/**
 * The bands of 托育机构设置标准 (2019): whole months on the day of the slot, how many children a group may have, and how
 * many one carer may look after. No child below six months, none from three years on.
 */
export const AGE_BANDS = [
  { id: 'infant', fromMonths: 6, belowMonths: 12, groupSize: 10, childrenPerCarer: 3 },
  { id: 'toddler', fromMonths: 12, belowMonths: 24, groupSize: 15, childrenPerCarer: 5 },
  { id: 'two_year_old', fromMonths: 24, belowMonths: 36, groupSize: 20, childrenPerCarer: 7 },
] as const
export type AgeBand = (typeof AGE_BANDS)[number]
export const AGE_BAND_IDS = ['infant', 'toddler', 'two_year_old'] as const
export type AgeBandId = (typeof AGE_BAND_IDS)[number]

/** The band of a child on a day; undefined when it is too young or too old then. */
export const ageBandOn = (bornOn: ServiceDate, on: ServiceDate): AgeBand | undefined => {
  const months = monthsOld(bornOn, on)
  return AGE_BANDS.find(({ fromMonths, belowMonths }) => months >= fromMonths && months < belowMonths)
}

/** Seats of a group: as many as its size allows and its carers may look after, whichever is less. */
export const seatsOf = ({ groupSize, childrenPerCarer }: AgeBand, carers: number): number =>
  Math.max(0, Math.min(groupSize, carers * childrenPerCarer))

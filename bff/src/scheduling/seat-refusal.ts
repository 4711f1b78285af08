import { seatRefusal } from '@little-bench/shared/scheduling/slots'
import type { SlotRow } from './slot.repository.ts'

/** What keeps somebody from a seat of this slot now; undefined when nothing does. */
export const refusalOf = ({ is_open: isOpen, cutoff_at: cutoffAt, capacity, booked }: SlotRow, now: Date) =>
  seatRefusal({ isOpen, cutoffAt: new Date(cutoffAt), capacity, booked }, now)

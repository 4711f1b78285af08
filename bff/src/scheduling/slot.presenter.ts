import { seatRefusal } from '@little-bench/shared/scheduling/slots'
import type { SlotRow } from './slot.repository.ts'

/** What everybody may know of a slot: how many seats are left and how many wait, never who. */
export const presentSlotFields = (slot: SlotRow, waiting: number, now: Date) => {
  const { capacity, booked, is_open: isOpen } = slot
  return {
    id: slot.id,
    on: slot.service_on,
    startsAt: slot.starts_at,
    endsAt: slot.ends_at,
    cutoffAt: slot.cutoff_at,
    refusal: seatRefusal({ isOpen, cutoffAt: new Date(slot.cutoff_at), capacity, booked }, now) ?? null,
    seatsLeft: Math.max(0, capacity - booked),
    waiting,
  }
}

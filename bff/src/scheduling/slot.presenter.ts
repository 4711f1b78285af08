import { refusalOf } from './seat-refusal.ts'
import type { SlotRow } from './slot.repository.ts'

/** What everybody may know of a slot: how many seats are left and how many wait, never who. */
export const presentSlotFields = (slot: SlotRow, waiting: number, now: Date) => ({
  id: slot.id,
  on: slot.service_on,
  startsAt: slot.starts_at,
  endsAt: slot.ends_at,
  cutoffAt: slot.cutoff_at,
  refusal: refusalOf(slot, now) ?? null,
  seatsLeft: Math.max(0, slot.capacity - slot.booked),
  waiting,
})

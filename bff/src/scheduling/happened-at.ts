import { AppError } from '@little-bench/shared/kernel/errors'
import { instantOf } from '@little-bench/shared/kernel/time'
import type { SlotRow } from './slot.repository.ts'

/**
 * When somebody came, by a tablet that may have been without a network and whose clock may be wrong: on the day of the
 * slot, and never later than now. Errors: `booking_changed` before the day has come.
 */
export const happenedAt = (said: string | undefined, { service_on: on }: SlotRow, now: Date): Date => {
  const begins = instantOf(on, 0)
  if (now < begins) throw new AppError('booking_changed')
  const at = said === undefined ? now : new Date(said)
  return new Date(Math.min(Math.max(at.getTime(), begins.getTime()), now.getTime()))
}

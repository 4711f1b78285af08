import { AppError } from '@little-bench/shared/kernel/errors'
import type { Trx } from '../platform/db/database.ts'
import { offerFreeSeats } from './offer-seats.ts'
import type { Scheduling } from './scheduling.ts'
import { lockSlotById, type SlotAddress, setCapacity } from './slot.repository.ts'

/** More or fewer seats; what is added goes first to those who wait. Errors: `not_found`, `capacity_below_booked`. */
export const changeCapacity = async (
  scheduling: Scheduling,
  trx: Trx,
  address: SlotAddress,
  capacity: number,
  now: Date,
): Promise<void> => {
  if (!(await lockSlotById(trx, address))) throw new AppError('not_found')
  const slot = await setCapacity(trx, address, capacity)
  if (!slot) throw new AppError('capacity_below_booked')
  await offerFreeSeats(scheduling, trx, slot, now)
}

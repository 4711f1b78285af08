import { v7 as uuidv7 } from 'uuid'
import { inTransaction, PLAIN_WRITE } from '../src/platform/db/transaction.ts'
import { joinWaitlist, type Scheduling, type SlotAddress, takeSeat } from '../src/scheduling/index.ts'
import type { BookedBeside } from './booked-service.ts'
import type { Client } from './client.ts'

const addressOf = ({ communityId }: SlotAddress, bookingId: string) => ({ params: { communityId, bookingId } })

/** A seat that somebody keeps while they fill in the rest. */
export const heldBy = async (client: Client, slot: SlotAddress) => {
  const { id } = await client.call('holdSlot', { params: { ...slot }, body: {} })
  return addressOf(slot, id)
}

/** Somebody's seat, as the service itself books it. */
export const bookedBy = async (scheduling: Scheduling, personId: string, slot: SlotAddress) => {
  const now = scheduling.clock.now()
  const asking = { id: uuidv7(), subjectId: personId, personId, actorId: personId }
  await inTransaction(scheduling.db, now, PLAIN_WRITE, (trx) =>
    takeSeat(scheduling, trx, slot, asking, { isHeld: false, now }),
  )
  return addressOf(slot, asking.id)
}

/** Somebody waits for the one seat of a slot, which somebody else keeps. */
export const waitingBehind = async (
  { scheduling, service }: { scheduling: Scheduling; service: BookedBeside },
  personId: string,
  keeper: Client,
) => {
  const slot = await service.addSlot(1)
  const kept = await heldBy(keeper, slot)
  const now = scheduling.clock.now()
  const asking = { id: uuidv7(), subjectId: personId, personId, actorId: personId }
  await inTransaction(scheduling.db, now, PLAIN_WRITE, (trx) =>
    joinWaitlist(scheduling, trx, slot, asking, { reason: 'lives_here', now }),
  )
  return { waiting: addressOf(slot, asking.id), kept }
}

/** A seat that is kept for somebody who waited. */
export const offeredTo = async (
  world: { scheduling: Scheduling; service: BookedBeside },
  personId: string,
  keeper: Client,
) => {
  const { waiting, kept } = await waitingBehind(world, personId, keeper)
  await keeper.call('releaseHold', kept)
  return waiting
}

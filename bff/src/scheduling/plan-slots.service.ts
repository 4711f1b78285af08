import type { CommunityConfig } from '@little-bench/config/model'
import { addDays, type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { type PlannedSlot, plannedSlots, type SlotService } from '@little-bench/shared/scheduling/slots'
import { v7 as uuidv7 } from 'uuid'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Log } from '../platform/log/log.ts'
import type { BookableResource, Scheduling } from './scheduling.ts'
import { insertMissingSlots, type SlotRow } from './slot.repository.ts'
import { changePlannedSlot, listSlotsOfPlan } from './slot-plan.repository.ts'

/** Names the plan of a slot that is closed because its day is closed, or because nothing plans it any more. */
const CLOSED = 'closed'

/**
 * At the start, every night and whenever the configuration changes: adds the slots of the days ahead, and lets them follow a
 * changed pattern, holiday or 调休; where somebody has booked, as far as it takes nothing away from them. What staff changed by
 * hand stays until the plan itself changes.
 */
export const planSlots = async (scheduling: Scheduling, now: Date, log: Log): Promise<void> => {
  for (const [service, handlers] of scheduling.services.all()) {
    for (const community of scheduling.config().communities.values()) {
      const resources = community.services.includes(service) ? handlers.resourcesOf(community) : []
      await planService(scheduling, community, { service, resources }, now, log).catch((error: unknown) =>
        log.error({ err: error, communityId: community.id, service }, 'slots not planned'),
      )
    }
  }
}

interface PlannedService {
  service: SlotService
  resources: readonly BookableResource[]
}

const planService = async (
  scheduling: Scheduling,
  community: CommunityConfig,
  { service, resources }: PlannedService,
  now: Date,
  log: Log,
): Promise<void> => {
  const from = shanghaiTime(now).date
  const planned = new Map<string, PlannedSlot>()
  for (const resource of resources) {
    const slots = plannedSlots(resource.patterns, resource.calendar, { from, days: resource.daysAhead })
    for (const slot of slots) planned.set(keyOf(resource.resourceId, slot.serviceOn, slot.kind), slot)
    await insertMissingSlots(
      scheduling.db,
      slots.map((slot) => rowOf(community.id, { service, resourceId: resource.resourceId }, slot)),
    )
  }
  const existing = await listSlotsOfPlan(scheduling.db, { communityId: community.id, service, from })
  for (const row of existing) {
    const slot = planned.get(keyOf(row.resource_id, row.service_on, row.kind))
    const isFollowing = row.planned_as === planOf(slot)
    if (isFollowing || isBeyond(row, resources, from) || new Date(row.starts_at) <= now) continue
    await follow(scheduling, row, slot, now, log)
  }
}

const keyOf = (resourceId: string, on: ServiceDate, kind: string): string => `${resourceId} ${on} ${kind}`

/** Days that can not be booked yet are planned when they come near. */
const isBeyond = (row: SlotRow, resources: readonly BookableResource[], from: ServiceDate): boolean => {
  const resource = resources.find(({ resourceId }) => resourceId === row.resource_id)
  return resource !== undefined && row.service_on >= addDays(from, resource.daysAhead)
}

const planOf = (slot: PlannedSlot | undefined): string =>
  slot
    ? [slot.startsAt, slot.endsAt, slot.cutoffAt].map((at) => at.toISOString()).join(' ') + ` ${slot.capacity}`
    : CLOSED

const timesOf = (slot: PlannedSlot) => ({
  starts_at: slot.startsAt.toISOString(),
  ends_at: slot.endsAt.toISOString(),
  cutoff_at: slot.cutoffAt.toISOString(),
  capacity: slot.capacity,
  planned_as: planOf(slot),
})

const rowOf = (
  communityId: string,
  { service, resourceId }: { service: SlotService; resourceId: string },
  slot: PlannedSlot,
) => ({
  community_id: communityId,
  id: uuidv7(),
  service,
  resource_id: resourceId,
  kind: slot.kind,
  service_on: slot.serviceOn,
  ...timesOf(slot),
})

/** Whoever has booked keeps it: then somebody must look at it, and close the slot by hand if need be. */
const follow = async (
  { db }: Scheduling,
  row: SlotRow,
  slot: PlannedSlot | undefined,
  now: Date,
  log: Log,
): Promise<void> => {
  const address = { communityId: row.community_id, slotId: row.id }
  const change = (current: SlotRow, isBooked: boolean) =>
    isBooked ? changeAroundBookings(current, slot) : changeOf(current, slot)
  const hasFollowed = await inTransaction(db, now, PLAIN_WRITE, (trx) => changePlannedSlot(trx, address, change))
  if (!hasFollowed)
    log.warn({ ...address, isClosedNow: slot === undefined }, 'a slot with bookings is planned otherwise now')
}

const changeOf = ({ planned_as: plannedAs }: SlotRow, slot: PlannedSlot | undefined) =>
  slot ? { ...timesOf(slot), ...(plannedAs === CLOSED && { is_open: true }) } : { is_open: false, planned_as: CLOSED }

/**
 * Nobody’s seat is taken away and nobody’s time is changed, but no seat more is given than is planned now. The rest is tried
 * again each night, until nobody has a booking that would be changed.
 */
const changeAroundBookings = (row: SlotRow, slot: PlannedSlot | undefined) => {
  if (!slot) return { is_open: false, planned_as: CLOSED }
  const kept = {
    ...slot,
    startsAt: new Date(row.starts_at),
    endsAt: new Date(row.ends_at),
    cutoffAt: new Date(row.cutoff_at),
  }
  const plannedAs = planOf(kept)
  // What staff have changed by hand since the seats were planned so stays.
  if (row.planned_as === plannedAs) return { planned_as: plannedAs }
  return {
    planned_as: plannedAs,
    capacity: Math.max(row.booked, slot.capacity),
    is_open: row.is_open || row.planned_as === CLOSED,
  }
}

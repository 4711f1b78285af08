import type { RosterChild } from '@little-bench/shared/childcare/roster.contract'
import { monthsOld } from '@little-bench/shared/kernel/age'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import type { z } from 'zod'
import type { Contact, OpenedChild } from '../people/index.ts'
import type { BookingRow, SlotRow } from '../scheduling/index.ts'
import { showsNeeds, showsPickUps } from './childcare.policy.ts'
import { pickedUpBy, sessionOf } from './childcare-booking.presenter.ts'
import type { ChildcareRow } from './childcare-booking.repository.ts'

export type RosterChildView = z.input<typeof RosterChild>

/** A booked child with whoever has its account. */
export interface OnRoster {
  booking: BookingRow
  slot: SlotRow
  row: ChildcareRow | undefined
  child: OpenedChild | undefined
  note: string | null
  holder: Contact
}

/** A child as those see it who look after it: what it needs on the day and the one before, who fetches it on the day alone. */
export const presentRosterChild = (
  { booking, slot, row, child, note, holder }: OnRoster,
  today: ServiceDate,
): RosterChildView => {
  const on = slot.service_on
  const needs = showsNeeds(on, today)
  return {
    bookingId: booking.id,
    state: booking.state,
    session: sessionOf(slot),
    startsAt: slot.starts_at,
    endsAt: slot.ends_at,
    nickname: child?.nickname ?? '',
    ageMonths: child ? monthsOld(child.bornOn, on) : 0,
    allergies: needs ? (child?.allergies ?? null) : null,
    note: needs ? note : null,
    pickUps: showsPickUps(on, today) ? pickUpsOf(child, holder) : [],
    absence: row?.absence ?? null,
    arrivedAt: row?.arrived_at ?? null,
    pickedUpAt: row?.picked_up_at ?? null,
    pickedUpBy: showsPickUps(on, today) ? pickedUpBy(row, child, holder.name) : null,
    pickUpWay: row?.pick_up_way ?? null,
  }
}

const pickUpsOf = (child: OpenedChild | undefined, holder: Contact): RosterChildView['pickUps'] => [
  { id: null, name: holder.name, relation: null, phone: holder.phone },
  ...(child?.pickUps ?? [])
    .filter(({ isListed }) => isListed)
    .map(({ id, name, relation, phone }) => ({ id, name, relation, phone })),
]

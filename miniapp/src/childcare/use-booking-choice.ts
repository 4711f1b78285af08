import { type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import type { Child } from '@little-bench/shared/people/child.contract'
import { monthsOn } from '../people'
import { useDraft } from '../platform/drafts'
import { useNow } from '../platform/use-now'
import { EMPTY_BOOKING, idsOf } from './booking-draft'
import type { Centre, ChildcareSlot } from './childcare.api'
import { firstFreeDay, planOf, sessionsOn } from './session-places'

interface Known {
  centre: Centre
  ownChildren: readonly Child[]
  slots: readonly ChildcareSlot[]
}

/** What is chosen and what follows from it: a day that is still to come, the children of that day, a session, the plan. */
export const useBookingChoice = ({ centre, ownChildren, slots }: Known) => {
  const draft = useDraft('childcare', EMPTY_BOOKING)
  const today = shanghaiTime(useNow()).date
  const firstFree = firstFreeDay(slots, idsOfAll(ownChildren))
  const kept = draft.fields.on
  const on = kept !== null && kept >= today ? kept : (firstFree ?? today)
  const fitting = ownChildren.filter((child) => fits(centre, child, on)).map(({ id }) => id)
  // The only one who can go needs no tick.
  const wanted = draft.fields.childIds === null ? (fitting.length === 1 ? fitting : []) : idsOf(draft.fields.childIds)
  const chosen = fitting.filter((id) => wanted.includes(id))
  const sessions = sessionsOn(slots, on, chosen.length > 0 ? chosen : fitting)
  const places = sessions.find(({ session }) => session === draft.fields.session)
  const plan = places && chosen.length > 0 ? planOf(places) : undefined
  return { draft, today, on, firstFree, fitting, chosen, sessions, places, plan }
}

const idsOfAll = (ownChildren: readonly Child[]) => ownChildren.map(({ id }) => id)

const fits = ({ groups }: Centre, { bornIn }: Child, on: ServiceDate) => {
  const months = monthsOn(bornIn, on)
  return groups.some(({ fromMonths, belowMonths }) => months >= fromMonths && months < belowMonths)
}

export type BookingChoice = ReturnType<typeof useBookingChoice>

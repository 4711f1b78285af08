import { CHILDCARE_SESSIONS, type ChildcareSession } from '@little-bench/shared/childcare/sessions'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import type { BookingState } from '@little-bench/shared/scheduling/bookings'
import type { ChildcareSlot } from './childcare.api'

/** What a child can have of a session: a place, a place on the waitlist, or nothing. */
export type Place = 'free' | 'full' | 'closed' | 'past_cutoff' | 'booked' | 'waiting' | 'none'

export interface ChildPlace {
  childId: string
  place: Place
  /** The slot of the group in which the child is on that day; undefined where no group takes it. */
  slot: ChildcareSlot | undefined
}

export interface SessionPlaces {
  session: ChildcareSession
  startsAt: string
  endsAt: string
  cutoffAt: string
  children: ChildPlace[]
}

const MINE: Partial<Record<BookingState, Place>> = {
  held: 'booked',
  booked: 'booked',
  served: 'booked',
  no_show: 'booked',
  offered: 'booked',
  waitlisted: 'waiting',
}

/** The sessions of a day in which one of these children could be, and what there is for each of them, first come first. */
export const sessionsOn = (
  slots: readonly ChildcareSlot[],
  on: ServiceDate,
  childIds: readonly string[],
): SessionPlaces[] =>
  CHILDCARE_SESSIONS.flatMap((session) => {
    const ofSession = slots.filter((slot) => slot.on === on && slot.session === session)
    const [first] = ofSession
    if (!first) return []
    const { startsAt, endsAt, cutoffAt } = first
    return { session, startsAt, endsAt, cutoffAt, children: placesFor(ofSession, childIds) }
  })

/** Brothers and sisters of one group take its places one after the other. */
const placesFor = (slots: readonly ChildcareSlot[], childIds: readonly string[]): ChildPlace[] => {
  const taken = new Map<string, number>()
  return childIds.map((childId) => {
    const slot = slots.find(({ children }) => children.some((child) => child.childId === childId))
    if (!slot) return { childId, slot, place: 'none' }
    const before = taken.get(slot.id) ?? 0
    const place = placeIn(slot, childId, before)
    if (place === 'free') taken.set(slot.id, before + 1)
    return { childId, slot, place }
  })
}

const placeIn = (slot: ChildcareSlot, childId: string, before: number): Place => {
  const state = slot.children.find((child) => child.childId === childId)?.state
  const mine = state ? MINE[state] : undefined
  if (mine) return mine
  if (slot.refusal === 'slot_closed') return 'closed'
  if (slot.refusal === 'past_cutoff') return 'past_cutoff'
  return slot.refusal === 'slot_full' || slot.seatsLeft <= before ? 'full' : 'free'
}

/** The group in which a child is on a day; undefined when it is too young or too old then. */
export const groupOn = (slots: readonly ChildcareSlot[], on: ServiceDate, childId: string): string | undefined =>
  slots.find((slot) => slot.on === on && slot.children.some((child) => child.childId === childId))?.groupName

export const idsWith = ({ children }: SessionPlaces, place: Place): string[] =>
  children.filter((child) => child.place === place).map(({ childId }) => childId)

/** What can be done now: book those for whom there is a place, or wait for one; and who is left out. */
export interface Plan {
  how: 'book' | 'wait' | null
  childIds: string[]
  left: ChildPlace[]
}

/** Whoever can be booked goes before whoever has to wait: the two are never one step. */
export const planOf = (places: SessionPlaces): Plan => {
  const free = idsWith(places, 'free')
  const full = idsWith(places, 'full')
  const [how, childIds] = free.length > 0 ? (['book', free] as const) : (['wait', full] as const)
  const left = places.children.filter(({ childId }) => !childIds.includes(childId))
  return childIds.length === 0 ? { how: null, childIds: [], left } : { how, childIds, left }
}

/** The first day on which one of the children has a place. */
export const firstFreeDay = (slots: readonly ChildcareSlot[], childIds: readonly string[]): ServiceDate | undefined =>
  slots
    .map(({ on }) => on)
    .filter((on) => sessionsOn(slots, on, childIds).some((places) => idsWith(places, 'free').length > 0))
    .reduce<ServiceDate | undefined>((first, on) => (first === undefined || on < first ? on : first), undefined)

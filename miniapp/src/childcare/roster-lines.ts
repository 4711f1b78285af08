import type { WaitingWrite } from '../platform/waiting-writes'
import type { DayRoster, RosterChild } from './roster.api'
import { ARRIVAL, HAND_OVER } from './roster-senders'

/** `expected`: not here yet; `here`: came and was not fetched; `gone`: fetched; `absent`: the family said so. */
export type Presence = 'expected' | 'here' | 'gone' | 'absent'

export interface RosterLine {
  child: RosterChild
  presence: Presence
  arrivedAt: string | null
  goneAt: string | null
  /** Who fetched it. */
  goneWith: string | null
  /** What this tablet has written down and the roster does not show yet. */
  writes: WaitingWrite[]
  /** One of them has not reached the server. */
  isWaiting: boolean
}

const isLive = ({ state }: RosterChild) => state === 'booked' || state === 'served' || state === 'no_show'

/** The children of a group with what this tablet knows and the server may not. */
export const linesOf = (children: readonly RosterChild[], writes: readonly WaitingWrite[]): RosterLine[] =>
  children.filter(isLive).map((child) => {
    const own = writes.filter(({ body, state }) => body.bookingId === child.bookingId && state !== 'refused')
    const arrival = own.find(({ kind }) => kind === ARRIVAL)
    const handOver = own.find(({ kind }) => kind === HAND_OVER)
    const arrivedAt = child.arrivedAt ?? arrival?.at ?? null
    const goneAt = child.pickedUpAt ?? handOver?.at ?? null
    return {
      child,
      presence: presenceOf(child, arrivedAt, goneAt),
      arrivedAt,
      goneAt,
      goneWith: child.pickedUpBy ?? handOver?.body.by ?? null,
      writes: own,
      isWaiting: own.some(({ state }) => state === 'waiting'),
    }
  })

const presenceOf = ({ absence }: RosterChild, arrivedAt: string | null, goneAt: string | null): Presence => {
  if (goneAt !== null) return 'gone'
  // A child that comes after all is here, whatever was said before.
  if (arrivedAt !== null) return 'here'
  return absence === null ? 'expected' : 'absent'
}

/** Ids of writes that the roster shows by now: the tablet may forget them. */
export const settledWrites = (roster: DayRoster, writes: readonly WaitingWrite[]): string[] => {
  const children = roster.groups.flatMap((group) => group.children)
  const isShown = ({ kind, body }: WaitingWrite) => {
    const child = children.find(({ bookingId }) => bookingId === body.bookingId)
    if (!child) return false
    return (kind === ARRIVAL ? child.arrivedAt : child.pickedUpAt) !== null
  }
  return writes.filter((write) => write.state === 'sent' && isShown(write)).map(({ id }) => id)
}

/** Here although their time is over. */
export const lateLines = (lines: readonly RosterLine[], now: Date): RosterLine[] =>
  lines.filter(({ presence, child }) => presence === 'here' && Date.parse(child.endsAt) <= now.getTime())

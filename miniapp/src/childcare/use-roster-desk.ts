import { useEffect, useMemo } from 'react'
import { useText } from '../platform/i18n/text'
import { addWrite, dropWrite, useWaitingWrites } from '../platform/waiting-writes'
import { showToast } from '../ui/toast'
import type { DayRoster, RosterChild } from './roster.api'
import { useUndo } from './roster.api'
import { rosterText } from './roster.text'
import { linesOf, type RosterLine, settledWrites } from './roster-lines'
import { ARRIVAL, HAND_OVER } from './roster-senders'

/** Somebody who fetches, as the list has them; the id is null for the holder of the account. */
export type Fetcher = RosterChild['pickUps'][number]

/**
 * Who came and who was fetched on this day. Each is written down here first, with its time, and sent once; without a
 * network it waits.
 */
export const useRosterDesk = (communityId: string, roster: DayRoster) => {
  const t = useText(rosterText)
  const undoing = useUndo(communityId)
  const all = useWaitingWrites(({ writes }) => writes)
  const writes = useMemo(() => {
    const bookingIds = new Set<unknown>(roster.groups.flatMap((each) => each.children.map((child) => child.bookingId)))
    return all.filter(({ kind, body }) => (kind === ARRIVAL || kind === HAND_OVER) && bookingIds.has(body.bookingId))
  }, [all, roster])
  useEffect(() => {
    for (const id of settledWrites(roster, writes)) dropWrite(id)
  }, [roster, writes])

  const groups = roster.groups.map((group) => ({ ...group, lines: linesOf(group.children, writes) }))
  const write = (kind: string, { bookingId, nickname }: RosterChild, body: Record<string, string>, done: string) => {
    const kept = addWrite(kind, { communityId, bookingId, name: nickname, ...body }, new Date())
    showToast(kept ? done : t('noRoom'))
  }
  const arrive = (child: RosterChild) => write(ARRIVAL, child, {}, t('arrivedToast', { name: child.nickname }))
  const handOver = (child: RosterChild, fetcher: Fetcher, way: 'known' | 'identity_seen') =>
    write(
      HAND_OVER,
      child,
      { pickUpId: fetcher.id ?? '', way, by: fetcher.name },
      t('goneToast', { name: child.nickname, by: fetcher.name }),
    )
  /** The last thing that was written of a child; what has not gone out is simply not sent. */
  const undo = ({ child, presence, writes: own }: RosterLine) => {
    const kind = presence === 'gone' ? HAND_OVER : ARRIVAL
    const last = own.find((each) => each.kind === kind)
    if (last?.state === 'waiting') return dropWrite(last.id)
    undoing.mutate(
      { bookingId: child.bookingId, what: presence === 'gone' ? 'pick-up' : 'arrival' },
      {
        onSuccess: () => {
          if (last) dropWrite(last.id)
          showToast(t('undone'))
        },
      },
    )
  }
  return { groups, writes, arrive, handOver, undo, undoError: undoing.error, isUndoing: undoing.isPending }
}

export type RosterDesk = ReturnType<typeof useRosterDesk>

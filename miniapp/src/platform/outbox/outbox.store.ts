import { create } from 'zustand'
import { useSession } from '../session'
import { readStored, writeStored } from '../storage'
import { type OutboxEntry, outboxOf } from './outbox-entry'

const KEY = 'outbox'

const stored = (): OutboxEntry[] => readStored(KEY, outboxOf) ?? []

/** Everything that waits on this phone, whoever wrote it; pages show it through `useMyOutbox`. */
export const useOutbox = create<{ entries: readonly OutboxEntry[] }>()(() => ({ entries: stored() }))

/** Another page of this app, or the app before it was closed, may have changed it. */
export const reloadOutbox = (): void => useOutbox.setState({ entries: stored() })

/** Changes what is stored, and tells the pages. False when the phone has no room: then nothing has changed. */
const change = (how: (entries: OutboxEntry[]) => OutboxEntry[]): boolean => {
  // From the storage and not from memory: another window may have written since.
  const entries = how(stored())
  const isKept = writeStored(KEY, entries)
  if (isKept) useOutbox.setState({ entries })
  return isKept
}

/** In place of an earlier one with this id, if there is one. */
export const putEntry = (entry: OutboxEntry): boolean =>
  change((entries) => [...entries.filter(({ id }) => id !== entry.id), entry])

export const updateEntry = (id: string, how: (entry: OutboxEntry) => OutboxEntry): boolean =>
  change((entries) => entries.map((entry) => (entry.id === id ? how(entry) : entry)))

export const updateEntries = (how: (entry: OutboxEntry) => OutboxEntry): boolean =>
  change((entries) => entries.map(how))

export const removeEntry = (id: string): boolean => change((entries) => entries.filter((entry) => entry.id !== id))

export const entryOf = (id: string): OutboxEntry | undefined => stored().find((entry) => entry.id === id)

/** Somebody took the right to act for them back: their name is gone from the other's own pages, as with drafts. */
const isOfEndedRight = ({ refusal }: OutboxEntry): boolean => refusal?.code === 'proxy_grant_missing'

/** What the person at this phone has waiting: all of it in their own business, else what is for whom they act. */
export const useMyOutbox = (): OutboxEntry[] => {
  const personId = useSession((session) => session.person?.id)
  const actingForId = useSession((session) => session.actingFor?.id)
  const entries = useOutbox((outbox) => outbox.entries)
  return entries.filter(
    (entry) =>
      entry.personId === personId &&
      (actingForId === undefined ? !isOfEndedRight(entry) : entry.actingFor?.id === actingForId),
  )
}

/** How many things wait for somebody to sign in: with nobody signed in, their words are shown to nobody. */
export const useWaitingForSignIn = (): number => {
  const isSignedIn = useSession((session) => session.person !== null)
  const entries = useOutbox((outbox) => outbox.entries)
  return isSignedIn ? 0 : entries.filter(({ state }) => state === 'unsent' || state === 'sending').length
}

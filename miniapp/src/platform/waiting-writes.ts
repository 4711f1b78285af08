import { create } from 'zustand'
import { newAttemptKey } from './attempt-key'
import { CallError } from './call-error'
import { useNetwork } from './network-state'
import { onChangedElsewhere, onShown } from './outbox/on-shown'
import { asOneSender } from './outbox/one-sender'
import type { CallOptions } from './request'
import { useSession } from './session'
import { readStored, writeStored } from './storage'

/** Something small that happened at this desk and that the server is told once, as soon as there is a network. */
export interface WaitingWrite {
  /** Sent as `Idempotency-Key`: however often it goes out, it happens once. */
  id: string
  /** Which sender knows what to do with it. */
  kind: string
  /** Who did it; nobody else ever sends it. */
  personId: string
  /** When it happened, which may be long before it is sent. */
  at: string
  body: Readonly<Record<string, string>>
  /** `sent`: the server has it; the page drops it once what it reads shows it too. */
  state: 'waiting' | 'sent' | 'refused'
  /** Why the server does not take it, in its own words. */
  refusal: string | null
}

export type WriteSender = (
  write: WaitingWrite,
  options: Required<Pick<CallOptions, 'idempotencyKey' | 'actingFor'>>,
) => Promise<unknown>

const KEY = 'waiting-writes'
const RETRY_MS = 5000

const stored = (): WaitingWrite[] =>
  readStored(KEY, (found) => (Array.isArray(found) ? found.filter(isWrite) : [])) ?? []

const isWrite = (found: unknown): found is WaitingWrite =>
  typeof found === 'object' && found !== null && 'id' in found && 'kind' in found && 'body' in found && 'state' in found

/** Everything that waits on this phone, whoever did it. */
export const useWaitingWrites = create<{ writes: readonly WaitingWrite[] }>()(() => ({ writes: stored() }))

export const reloadWrites = (): void => useWaitingWrites.setState({ writes: stored() })

/** From the storage and not from memory: another window may have written since. False when the phone has no room. */
const change = (how: (writes: WaitingWrite[]) => WaitingWrite[]): boolean => {
  const writes = how(stored())
  const isKept = writeStored(KEY, writes)
  if (isKept) useWaitingWrites.setState({ writes })
  return isKept
}

/** Writes down what happened now and sends it; undefined when the phone has no room or nobody is signed in. */
export const addWrite = (kind: string, body: Record<string, string>, now: Date): WaitingWrite | undefined => {
  const personId = useSession.getState().person?.id
  if (personId === undefined) return undefined
  const write: WaitingWrite = {
    id: newAttemptKey(),
    kind,
    personId,
    at: now.toISOString(),
    body,
    state: 'waiting',
    refusal: null,
  }
  const isKept = change((writes) => [...writes, write])
  void sendWrites()
  return isKept ? write : undefined
}

/** It is seen elsewhere, was read as refused, or was a mistake that nobody has been told of. */
export const dropWrite = (id: string): void => void change((writes) => writes.filter((write) => write.id !== id))

const senders = new Map<string, WriteSender>()
let running: Promise<void> | undefined
let isCalledAgain = false
let timer: ReturnType<typeof setTimeout> | undefined

/** Sends what waits, one after the other in the order in which it happened. */
export const sendWrites = (): Promise<void> => {
  // A network that comes back while the last try still fails is not missed.
  isCalledAgain = running !== undefined
  running ??= asOneSender(sendAll)
    .finally(() => {
      running = undefined
    })
    .then(() => (isCalledAgain ? sendWrites() : planNext()))
  return running
}

/** Knows how to send each kind, and does so when the app opens, comes to the front, or finds a network again. */
export const watchWrites = (knows: Readonly<Record<string, WriteSender>>): void => {
  for (const [kind, send] of Object.entries(knows)) senders.set(kind, send)
  void sendWrites()
  onShown(() => void sendWrites())
  onChangedElsewhere(KEY, reloadWrites)
  useNetwork.subscribe(({ isOnline }) => {
    if (isOnline) void sendWrites()
  })
  useSession.subscribe((now, before) => {
    if (now.token !== null && now.token !== before.token) void sendWrites()
  })
}

const sendAll = async () => {
  const tried = new Set<string>()
  for (let write = next(tried); write; write = next(tried)) {
    tried.add(write.id)
    const isReachable = await sendOne(write)
    // What happened later waits behind it: a check-in and its undoing keep their order.
    if (!isReachable) return
  }
}

const next = (tried: ReadonlySet<string>): WaitingWrite | undefined => {
  const { person, token } = useSession.getState()
  if (!token) return undefined
  return stored().find(
    ({ id, state, personId, kind }) =>
      state === 'waiting' && personId === person?.id && senders.has(kind) && !tried.has(id),
  )
}

const sendOne = async (write: WaitingWrite): Promise<boolean> => {
  const set = (fields: Partial<WaitingWrite>) =>
    change((writes) => writes.map((each) => (each.id === write.id ? { ...each, ...fields } : each)))
  try {
    await senders.get(write.kind)?.(write, { idempotencyKey: write.id, actingFor: null })
    set({ state: 'sent' })
    return true
  } catch (error) {
    if (waitsForLater(error)) return false
    set({ state: 'refused', refusal: error instanceof CallError ? error.message : '' })
    return true
  }
}

/** No answer, a server in trouble, too many at once, or a session that is over: not a no. */
const waitsForLater = (error: unknown) =>
  error instanceof CallError &&
  (error.status === 0 ||
    error.status >= 500 ||
    error.status === 429 ||
    error.code === 'unauthenticated' ||
    error.code === 'unreadable_answer')

const planNext = () => {
  clearTimeout(timer)
  const personId = useSession.getState().person?.id
  const isWaiting = stored().some(
    ({ state, kind, ...write }) => state === 'waiting' && write.personId === personId && senders.has(kind),
  )
  if (isWaiting) timer = setTimeout(() => void sendWrites(), RETRY_MS)
}

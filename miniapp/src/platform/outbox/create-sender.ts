import type { IssueReceipt } from '@little-bench/shared/issues/contract'
import type { LocalFile } from '../local-file'
import { useNetwork } from '../network-state'
import type { CallOptions } from '../request'
import { useSession } from '../session'
import type { UploadState } from '../upload-state'
import { asOneSender } from './one-sender'
import { entryOf, reloadOutbox, updateEntries, updateEntry, useOutbox } from './outbox.store'
import type { OutboxEntry } from './outbox-entry'
import { began, failed, hurried, isDue, posted, received, uploaded } from './outbox-moves'

/** As whom a call goes out. */
type Caller = Required<Pick<CallOptions, 'actingFor'>> & { token: string }

export interface Delivery {
  /** Gives the id of the file at the server; tells each step, and ends when telling throws. */
  upload: (
    file: LocalFile,
    from: UploadState,
    options: Caller & { onStep: (state: UploadState) => void },
  ) => Promise<string>
  post: (entry: OutboxEntry, fileIds: string[], options: Caller & { idempotencyKey: string }) => Promise<IssueReceipt>
  /** The server has it: the phone needs it no longer. */
  forget: (fileId: string) => Promise<void>
}

export interface Sender {
  /** Sends what is due; one at a time, however often it is called. */
  sendDue: () => Promise<void>
  /** The person asks for this one. */
  sendNow: (id: string) => Promise<void>
  /** Nothing waits for its time any longer: the network is back, or the person is. */
  hurry: () => Promise<void>
  /** Nothing goes out by itself from here on. */
  stop: () => void
}

/** Another window sends: look again after this. */
const OTHER_SENDER_MS = 5000

/** Taken back, or somebody else's phone now: nothing of it goes out. */
class Abandoned extends Error {}

/** Sends the reports that wait on this phone, each once, as the person who wrote it. */
export const createSender = (delivery: Delivery): Sender => {
  const asked = new Set<string>()
  let running: Promise<void> | undefined
  let isCalledAgain = false
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const next = (tried: ReadonlySet<string>): OutboxEntry | undefined => {
    const { person, token } = useSession.getState()
    const { isOnline } = useNetwork.getState()
    const sending = { personId: token ? person?.id : undefined, isOnline, now: Date.now(), isAsked: has(asked) }
    if (isStopped) return undefined
    return useOutbox.getState().entries.find((entry) => !tried.has(entry.id) && isDue(entry, sending))
  }

  const sendAll = async () => {
    reloadOutbox()
    // Each once: a phone that keeps nothing would find the same one due for ever.
    const tried = new Set<string>()
    for (let entry = next(tried); entry; entry = next(tried)) {
      tried.add(entry.id)
      asked.delete(entry.id)
      await sendOne(entry, delivery, () => isStopped)
    }
  }

  const sendDue = (): Promise<void> => {
    isCalledAgain = running !== undefined
    running ??= asOneSender(sendAll)
      .finally(() => {
        running = undefined
      })
      .then(() => (isCalledAgain ? sendDue() : planNext()))
    return running
  }

  const planNext = () => {
    clearTimeout(timer)
    if (isStopped) return
    const personId = useSession.getState().person?.id
    const waiting = useOutbox
      .getState()
      .entries.filter((entry) => entry.personId === personId && ['unsent', 'sending'].includes(entry.state))
    if (waiting.length === 0 || !useNetwork.getState().isOnline) return
    const wait = Math.min(...waiting.map(({ retryAt }) => retryAt)) - Date.now()
    timer = setTimeout(() => void sendDue(), Math.max(wait, OTHER_SENDER_MS))
  }

  return {
    sendDue,
    sendNow: (id) => {
      asked.add(id)
      return sendDue()
    },
    hurry: () => {
      updateEntries(hurried)
      return sendDue()
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

const has = (ids: ReadonlySet<string>) => (id: string) => ids.has(id)

const sendOne = async (entry: OutboxEntry, { upload, post, forget }: Delivery, isStopped: () => boolean) => {
  const { token, person } = useSession.getState()
  if (!token || person?.id !== entry.personId) return
  const { id } = entry
  const caller = { token, actingFor: entry.actingFor?.id ?? null }
  const stillWanted = () => {
    if (isStopped() || entryOf(id)?.state !== 'sending') throw new Abandoned()
  }
  try {
    updateEntry(id, began)
    const fileIds: string[] = []
    for (const { file, upload: from } of entry.files) {
      const onStep = (state: UploadState) => {
        stillWanted()
        updateEntry(id, (now) => uploaded(now, file.id, state))
      }
      fileIds.push(await upload(file, from, { ...caller, onStep }))
    }
    stillWanted()
    updateEntry(id, posted)
    const receipt = await post(entry, fileIds, { ...caller, idempotencyKey: id })
    updateEntry(id, (now) => received(now, receipt))
    for (const { file } of entry.files) await forget(file.id)
  } catch (error) {
    if (!(error instanceof Abandoned)) updateEntry(id, (now) => failed(now, error, Date.now()))
  }
}

import { CallError, wordsRefusedBecause } from '../call-error'
import { newUpload, type UploadState } from '../upload-state'
import type { OutboxEntry } from './outbox-entry'

const FIRST_WAIT_MS = 5000
const LONGEST_WAIT_MS = 300_000

export const began = (entry: OutboxEntry): OutboxEntry => ({ ...entry, state: 'sending', waitsFor: null, retryAt: 0 })

export const uploaded = (entry: OutboxEntry, fileId: string, upload: UploadState): OutboxEntry => ({
  ...entry,
  files: entry.files.map((each) => (each.file.id === fileId ? { ...each, upload } : each)),
})

export const posted = (entry: OutboxEntry): OutboxEntry => ({ ...entry, isPosted: true })

export const received = (entry: OutboxEntry, receipt: NonNullable<OutboxEntry['receipt']>): OutboxEntry => ({
  ...entry,
  state: 'received',
  receipt,
  refusal: null,
})

/** Without an answer it waits, longer each time; a session that is over waits for its person; anything else is a no. */
export const failed = (entry: OutboxEntry, error: unknown, now: number): OutboxEntry => {
  const { code, status, message } = error instanceof CallError ? error : { code: 'file_gone', status: 422, message: '' }
  if (code === 'unauthenticated') return { ...entry, state: 'unsent', waitsFor: 'sign_in' }
  if (status === 0 || status >= 500 || status === 429 || code === 'unreadable_answer') {
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 3 ** entry.failures)
    return { ...entry, state: 'unsent', waitsFor: 'network', failures: entry.failures + 1, retryAt: now + wait }
  }
  // The server has forgotten files that waited for too long; they are still on the phone.
  if (code === 'unknown_file' && !entry.hasBegunAgain)
    return { ...withFreshUploads(entry), state: 'unsent', retryAt: 0 }
  return {
    ...entry,
    state: 'refused',
    waitsFor: null,
    isPosted: false,
    refusal: { code, message: wordsRefusedBecause(error) + message },
  }
}

const withFreshUploads = (entry: OutboxEntry): OutboxEntry => ({
  ...entry,
  isPosted: false,
  hasBegunAgain: true,
  files: entry.files.map(({ file }) => ({ file, upload: newUpload() })),
})

/** The network is back, or the person came back: nothing waits for its time. */
export const hurried = (entry: OutboxEntry): OutboxEntry =>
  entry.state === 'unsent' ? { ...entry, retryAt: 0, failures: 0 } : entry

interface Sending {
  /** Who is signed in. */
  personId: string | undefined
  isOnline: boolean
  now: number
  /** Asked for by the person, whatever the phone believes of its network. */
  isAsked: (id: string) => boolean
}

/** What goes out now. One that is being sent, while nobody sends, was left by an app that was closed. */
export const isDue = (entry: OutboxEntry, { personId, isOnline, now, isAsked }: Sending): boolean =>
  entry.personId === personId &&
  (entry.state === 'unsent' || entry.state === 'sending') &&
  (isAsked(entry.id) || (isOnline && entry.retryAt <= now))

import type { IssueReceipt } from '@little-bench/shared/issues/contract'
import { isLocalFile, type LocalFile } from '../local-file'
import type { ActingFor } from '../session'
import { newUpload, type UploadState } from '../upload-state'

/** `opened`: somebody changes it, and until they send it again it stays here. */
export const OUTBOX_STATES = ['unsent', 'sending', 'received', 'refused', 'opened'] as const
export type OutboxState = (typeof OUTBOX_STATES)[number]

/** A report as the contract takes it, without its files. */
export interface ReportBody {
  serviceCode: string
  description: string
  visibility: 'private' | 'public'
  placeId?: string
  position?: { lat: number; lng: number }
  teamId?: string
  aboutStaffIds?: string[]
}

export interface OutboxFile {
  file: LocalFile
  upload: UploadState
}

/** What somebody wants sent, kept on the phone until the server has it and they have seen its number. */
export interface OutboxEntry {
  /** Sent as `Idempotency-Key`: however often it goes out, it is one item. */
  id: string
  /** Who sends it, and for whom; nobody else ever does. */
  personId: string
  actingFor: ActingFor | null
  communityId: string
  /** The category in words. */
  title: string
  /** The form as it was filled in, to open it again. */
  fields: Record<string, string | number | boolean | null>
  body: ReportBody
  files: readonly OutboxFile[]
  state: OutboxState
  /** What it waits for while it is unsent. */
  waitsFor: 'network' | 'sign_in' | null
  /** Tries that got no answer, one after the other. */
  failures: number
  /** Milliseconds since 1970: not by itself before. */
  retryAt: number
  /** The words have left the phone: the server may have them. */
  isPosted: boolean
  /** The files had to begin afresh once. */
  hasBegunAgain: boolean
  /** Why the server does not take it, in its own words. */
  refusal: { code: string; message: string } | null
  receipt: IssueReceipt | null
}

type NewEntry = Pick<OutboxEntry, 'id' | 'personId' | 'actingFor' | 'communityId' | 'title' | 'fields' | 'body'> & {
  files: readonly LocalFile[]
  /** What has come how far already, when it is changed and sent again. */
  known?: readonly OutboxFile[] | undefined
}

export const newEntry = ({ files, known = [], ...entry }: NewEntry): OutboxEntry => ({
  ...entry,
  files: files.map((file) => known.find((each) => each.file.id === file.id) ?? { file, upload: newUpload() }),
  state: 'unsent',
  waitsFor: null,
  failures: 0,
  retryAt: 0,
  isPosted: false,
  hasBegunAgain: false,
  refusal: null,
  receipt: null,
})

/** Changing it or throwing it away is honest only while the server cannot have it. */
export const canTakeBack = ({ state, isPosted }: OutboxEntry): boolean =>
  state === 'refused' || state === 'opened' || (state !== 'received' && !isPosted)

/** How much of its photos and its voice note is there, 0 to 100; undefined without any. */
export const uploadedPercent = ({ files }: OutboxEntry): number | undefined => {
  const all = files.reduce((sum, { file }) => sum + file.bytes, 0)
  const there = files.reduce((sum, { file, upload }) => sum + (upload.isDone ? file.bytes : upload.received), 0)
  return all === 0 ? undefined : Math.min(100, Math.floor((there / all) * 100))
}

/** What was kept; whatever is not understood counts as not there. */
export const outboxOf = (found: unknown): OutboxEntry[] => (Array.isArray(found) ? found.filter(isEntry) : [])

const isEntry = (found: unknown): found is OutboxEntry =>
  isRecord(found) &&
  [found.id, found.personId, found.communityId, found.title].every((each) => typeof each === 'string') &&
  OUTBOX_STATES.some((state) => state === found.state) &&
  isRecord(found.fields) &&
  isRecord(found.body) &&
  Array.isArray(found.files) &&
  found.files.every((each) => isRecord(each) && isLocalFile(each.file) && isRecord(each.upload))

const isRecord = (found: unknown): found is Record<string, unknown> => typeof found === 'object' && found !== null

import { useEffect, useRef, useState } from 'react'
import { CallError } from '../platform/call-error'
import type { LocalFile } from '../platform/local-file'
import { useSession } from '../platform/session'
import { newUpload, type UploadState } from '../platform/upload-state'
import { forgetBytes } from './local-bytes'
import { uploadFile } from './upload'

export interface Attachment {
  file: LocalFile
  upload: UploadState
  /** Why it stopped; undefined while it is on its way or there. */
  error?: unknown
}

export interface Attachments {
  items: readonly Attachment[]
  /** What goes with the words, in the order in which it is shown: photos, then the voice note. */
  fileIds: string[]
  /** Something is still on its way: do not send the words yet. */
  isBusy: boolean
  /** Something did not arrive: send it again or take it away first. */
  hasFailed: boolean
  add: (files: readonly LocalFile[]) => void
  remove: (file: LocalFile) => void
  retry: () => void
  /** After the words were sent. */
  clear: () => void
}

/** Photos and a voice note that go up at once, while the person still writes: for dialogs that send a few words. */
export const useAttachments = (): Attachments => {
  const [items, setItems] = useState<readonly Attachment[]>([])
  const removed = useRef(new Set<string>())
  const isGone = useRef(false)
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
    }
  }, [])
  const put = (id: string, change: Partial<Attachment>) =>
    setItems((before) => before.map((each) => (each.file.id === id ? { ...each, ...change } : each)))
  const send = ({ file, upload }: Attachment) => {
    put(file.id, { error: undefined })
    const isWanted = () => !isGone.current && !removed.current.has(file.id)
    sendPatiently(file, upload, (state) => put(file.id, { upload: state }), isWanted).catch((error: unknown) =>
      put(file.id, { error }),
    )
  }
  return {
    items,
    fileIds: inOrder(items).flatMap(({ upload }) => (upload.isDone && upload.uploadId ? [upload.uploadId] : [])),
    isBusy: items.some(({ upload, error }) => !upload.isDone && !error),
    hasFailed: items.some(({ error }) => error),
    add: (files) => {
      const added = files.map((file) => ({ file, upload: newUpload() }))
      setItems((before) => [...before, ...added])
      for (const each of added) send(each)
    },
    remove: (file) => {
      removed.current.add(file.id)
      setItems((before) => before.filter((each) => each.file.id !== file.id))
      void forgetBytes(file.id)
    },
    retry: () => {
      for (const each of items) if (each.error) send(each)
    },
    clear: () => {
      for (const { file } of items) void forgetBytes(file.id)
      setItems([])
    },
  }
}

const inOrder = (items: readonly Attachment[]) => [
  ...items.filter(({ file }) => file.kind === 'photo'),
  ...items.filter(({ file }) => file.kind === 'voice'),
]

const WAITS_MS = [1000, 3000, 8000]

/** Goes on by itself after a short loss of the network, as long as the file is wanted; a longer one is said. */
const sendPatiently = async (
  file: LocalFile,
  from: UploadState,
  onStep: (state: UploadState) => void,
  isWanted: () => boolean,
): Promise<void> => {
  const actingFor = useSession.getState().actingFor?.id ?? null
  let state = from
  const keep = (next: UploadState) => {
    state = next
    onStep(next)
  }
  for (const wait of [...WAITS_MS, undefined]) {
    if (!isWanted()) return
    try {
      await uploadFile(file, state, { actingFor, onStep: keep })
      return
    } catch (error) {
      if (wait === undefined || !isPassing(error)) throw error
      await new Promise((later) => setTimeout(later, wait))
    }
  }
}

const isPassing = (error: unknown) =>
  error instanceof CallError && (error.status === 0 || error.status >= 500 || error.status === 429)

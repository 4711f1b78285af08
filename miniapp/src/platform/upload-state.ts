import { newAttemptKey } from './attempt-key'

/** How far a file has come on its way to the server. */
export interface UploadState {
  /** Sent as `Idempotency-Key`, so that a lost answer begins no second upload. */
  key: string
  uploadId: string | null
  /** Bytes from the beginning that are there. */
  received: number
  isDone: boolean
}

export const newUpload = (): UploadState => ({ key: newAttemptKey(), uploadId: null, received: 0, isDone: false })

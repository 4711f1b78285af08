import type { Endpoint } from '@little-bench/shared/kernel/endpoint'
import { CallError } from './call-error'
import { addressOf, type CallOptions, callerOf, callHeaders, isSuccess, refusalOf } from './request'

export interface Download {
  params: Record<string, string>
  query: Record<string, string>
  /** What the file is called where it is kept. */
  fileName: string
  /** Bytes that have come, as they come. */
  onProgress: (bytes: number) => void
  /** Whose call it is; left out, of whoever is signed in, for whom the phone acts. */
  options?: Pick<CallOptions, 'actingFor' | 'token'>
}

/** Files that the phone can show or keep; a browser keeps any. */
export const canKeep = (_fileName: string): boolean => true

/** Fetches a file as the signed-in person and hands it to the browser's own downloads; rejects with CallError. */
export const downloadFile = async (
  endpoint: Endpoint,
  { params, query, fileName, onProgress, options = {} }: Download,
): Promise<void> => {
  const caller = callerOf(options)
  const unreachable = () => {
    throw new CallError('network_unreachable', 0)
  }
  const answer = await fetch(addressOf(endpoint, { params, query }), { headers: callHeaders(options) }).catch(
    unreachable,
  )
  if (!isSuccess(answer.status)) throw refusalOf(answer.status, await answer.json().catch(() => undefined), caller)
  const file = await readBody(answer, onProgress).catch(unreachable)
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The browser has taken the file by the next turn of its loop.
  setTimeout(() => URL.revokeObjectURL(address), 0)
}

const readBody = async (answer: Response, onProgress: (bytes: number) => void): Promise<Blob> => {
  const type = answer.headers.get('content-type') ?? ''
  const reader = answer.body?.getReader()
  if (!reader) return answer.blob()
  const chunks: BlobPart[] = []
  let bytes = 0
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    chunks.push(chunk.value)
    bytes += chunk.value.length
    onProgress(bytes)
  }
  return new Blob(chunks, { type })
}

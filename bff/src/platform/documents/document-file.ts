import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { WrittenDocument } from './written-document.ts'

export interface DocumentOrder {
  format: 'pdf' | 'docx'
  document: WrittenDocument
}

let last: Promise<unknown> = Promise.resolve()

/**
 * Writes the file in a thread of its own, because fitting a font of 10 MB to a text stops everything else for a third of a
 * second. One after the other: each holds both fonts.
 */
export const writeDocument = (order: DocumentOrder): Promise<Buffer> => {
  const turn = last.then(() => writeInThread(order))
  // One that failed is its caller's matter; the next one begins all the same.
  last = turn.catch(() => undefined)
  return turn
}

let thread: Worker | undefined
let idle: NodeJS.Timeout | undefined
/** Until then it keeps its fonts for the next one: often both files are asked for. */
const IDLE_MS = 60_000

const writeInThread = async (order: DocumentOrder): Promise<Buffer> => {
  clearTimeout(idle)
  thread ??= startThread()
  const worker = thread
  worker.ref()
  worker.postMessage(order)
  try {
    const [written]: Uint8Array[] = await once(worker, 'message')
    idle = setTimeout(endThread, IDLE_MS).unref()
    return Buffer.from(written ?? [])
  } catch (error) {
    endThread()
    throw error
  } finally {
    // A server that stops does not wait for it.
    worker.unref()
  }
}

const endThread = (): void => {
  void thread?.terminate()
  thread = undefined
}

/** Beside the bundled server; as source it is TypeScript, which a thread of Node 20 reads with help only. */
const startThread = (): Worker => {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./document-file.worker.js', import.meta.url))
  const [helper, source] = [import.meta.resolve('tsx/esm/api'), new URL('./document-file.worker.ts', import.meta.url)]
  const start = `import('${helper}').then(({ register }) => (register(), import('${source.href}')))`
  return new Worker(start, { eval: true })
}

import { parentPort } from 'node:worker_threads'
import { documentDocx } from './document-docx.ts'
import type { DocumentOrder } from './document-file.ts'
import { documentPdf } from './document-pdf.ts'

const WRITE = { pdf: documentPdf, docx: documentDocx } as const

/** Answers each order with its file; one that fails ends the thread, and whoever waits learns why. */
const answer = async ({ format, document }: DocumentOrder): Promise<void> => {
  parentPort?.postMessage(await WRITE[format](document))
}

parentPort?.on('message', (order: DocumentOrder) => void answer(order))

import { parentPort } from 'node:worker_threads'
import { agreementDocx } from './agreement-docx.ts'
import type { AgreementOrder } from './agreement-file.ts'
import { agreementPdf } from './agreement-pdf.ts'

const WRITE = { pdf: agreementPdf, docx: agreementDocx } as const

/** Answers each order with its file; one that fails ends the thread, and whoever waits learns why. */
const answer = async ({ format, document }: AgreementOrder): Promise<void> => {
  parentPort?.postMessage(await WRITE[format](document))
}

parentPort?.on('message', (order: AgreementOrder) => void answer(order))

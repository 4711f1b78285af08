import { Readable } from 'node:stream'
import type { FileBody } from '@little-bench/shared/kernel/endpoint'
import { AppError } from '@little-bench/shared/kernel/errors'
import { communityOf } from '../communities/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { type DocumentOrder, writeDocument } from '../platform/documents/document-file.ts'
import type { WrittenDocument } from '../platform/documents/written-document.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import { findStandingAgreement } from './agreement.repository.ts'
import { documentOf } from './agreement-document.ts'
import { openAgreement } from './agreement-text.ts'
import type { CaseAddress } from './case.repository.ts'
import { type FoundCase, findForReading } from './read-case.service.ts'
import { openAtOrNull } from './sealed-case.ts'

const MEDIA_TYPE: Record<DocumentOrder['format'], string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/**
 * The newest version of the agreement as a file. Errors: `not_found` for whoever is nothing to the case, or while nothing
 * has been written down. Its name says nothing of what it is.
 */
export const downloadAgreement = async (
  engine: Engine,
  viewer: Viewer,
  address: CaseAddress,
  format: DocumentOrder['format'],
): Promise<FileBody> => {
  const { document, receiptNumber } = await inTransaction(engine.db, engine.clock.now(), PLAIN_WRITE, async (trx) => {
    const found = await findForReading(engine, trx, viewer, address)
    return { document: await read(engine, trx, found), receiptNumber: found.row.receipt_number }
  })
  // Written with nothing held open: it takes a moment.
  const content = await writeDocument({ format, document })
  return {
    mediaType: MEDIA_TYPE[format],
    fileName: `${receiptNumber}.${format}`,
    content: Readable.from([content]),
    length: content.length,
  }
}

const read = async (engine: Engine, trx: Trx, { row, parties }: FoundCase): Promise<WrittenDocument> => {
  const agreement = await findStandingAgreement(trx, row)
  if (!agreement) throw new AppError('not_found')
  const nameOf = ({ id, sealed_name: sealed }: FoundCase['parties']['applicant']) =>
    openAtOrNull(engine.sealer, 'name', id, sealed)
  return documentOf(openAgreement(engine.sealer, agreement), {
    receiptNumber: row.receipt_number,
    communityName: communityOf(engine, row.community_id).name.zh,
    applicant: nameOf(parties.applicant),
    respondent: nameOf(parties.respondent),
  })
}

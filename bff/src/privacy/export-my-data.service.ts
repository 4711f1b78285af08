import { Readable } from 'node:stream'
import type { FileBody } from '@little-bench/shared/kernel/endpoint'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { POLICY_VERSION } from '@little-bench/shared/privacy/consents'
import { writeDocument } from '../platform/documents/document-file.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { readOwnData } from './own-data.service.ts'
import { documentOfOwnData } from './own-data-document.ts'
import type { Privacy } from './privacy.ts'

/** All that is kept of the viewer as a file (PIPL 45): for other programs, or to read and print. */
export const exportMyData = async (privacy: Privacy, viewer: Viewer, format: 'json' | 'pdf'): Promise<FileBody> => {
  const now = privacy.clock.now()
  const sections = await readOwnData(privacy, viewer)
  const fileName = `my-data-${shanghaiTime(now).date}.${format}`
  // Written with nothing held open: it takes a moment.
  const content =
    format === 'pdf'
      ? await writeDocument({
          format,
          document: documentOfOwnData(sections, { isFromStaff: viewer.authority !== null }, now),
        })
      : Buffer.from(JSON.stringify({ exportedAt: now.toISOString(), policyVersion: POLICY_VERSION, sections }, null, 2))
  return {
    mediaType: format === 'pdf' ? 'application/pdf' : 'application/json',
    fileName,
    content: Readable.from([content]),
    length: content.length,
  }
}

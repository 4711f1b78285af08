import { expect, test } from 'vitest'
import { documentOf } from './agreement-document.ts'
import { writeAgreement } from './agreement-file.ts'

const DOCUMENT = documentOf(
  {
    version: 1,
    dispute: '夜里的声音。',
    terms: '十点以后不放音乐。',
    performance: '从今天起。',
    on: '2026-11-28',
    effectiveOn: null,
  },
  { receiptNumber: 'RS-20261128-0001', communityName: '示范社区', applicant: '示范甲', respondent: null },
)

test('both files are written, several asked for at once too, and a document that is none fails alone', async () => {
  const broken = writeAgreement({ format: 'pdf', document: { ...DOCUMENT, sections: null as never } })
  const [pdf, docx] = await Promise.all([
    writeAgreement({ format: 'pdf', document: DOCUMENT }),
    writeAgreement({ format: 'docx', document: DOCUMENT }),
    expect(broken).rejects.toThrow('not iterable'),
  ])
  expect([pdf.subarray(0, 5).toString(), docx.subarray(0, 2).toString()]).toEqual(['%PDF-', 'PK'])
}, 60_000)

test('while one is written everything else goes on', async () => {
  const before = performance.eventLoopUtilization()
  await writeAgreement({ format: 'pdf', document: DOCUMENT })
  // Milliseconds in which this thread was busy: written here, it is several hundred.
  expect(performance.eventLoopUtilization(before).active).toBeLessThan(150)
}, 60_000)

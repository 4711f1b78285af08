import { expect, test } from 'vitest'
import { writeDocument } from './document-file.ts'
import type { WrittenDocument } from './written-document.ts'

const DOCUMENT: WrittenDocument = {
  title: '示范的纸',
  subtitle: '示范社区　RS-20261128-0001',
  sections: [{ heading: '内容', text: '十点以后不放音乐。\nསྐད།' }],
  signatures: ['本人（签名）'],
  on: '2026年11月28日',
  footnote: '示范。',
}

test('both files are written, several asked for at once too, and a document that is none fails alone', async () => {
  const broken = writeDocument({ format: 'pdf', document: { ...DOCUMENT, sections: null as never } })
  const [pdf, docx] = await Promise.all([
    writeDocument({ format: 'pdf', document: DOCUMENT }),
    writeDocument({ format: 'docx', document: DOCUMENT }),
    expect(broken).rejects.toThrow('not iterable'),
  ])
  expect([pdf.subarray(0, 5).toString(), docx.subarray(0, 2).toString()]).toEqual(['%PDF-', 'PK'])
}, 60_000)

test('while one is written everything else goes on', async () => {
  const before = performance.eventLoopUtilization()
  await writeDocument({ format: 'pdf', document: DOCUMENT })
  // Milliseconds in which this thread was busy: written here, it is several hundred.
  expect(performance.eventLoopUtilization(before).active).toBeLessThan(150)
}, 60_000)

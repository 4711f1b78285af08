import { inflateRawSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { documentDocx } from '../platform/documents/document-docx.ts'
import { documentPdf } from '../platform/documents/document-pdf.ts'
import { fontRuns } from '../platform/documents/font-runs.ts'
import { documentOf } from './agreement-document.ts'

const TIBETAN = 'བོད་སྐད།'
const DOCUMENT = documentOf(
  {
    version: 2,
    dispute: '夜里的声音。',
    terms: `十点以后不放音乐。${TIBETAN}`,
    performance: '从今天起。',
    on: '2026-11-28',
    effectiveOn: '2026-11-28',
  },
  { receiptNumber: 'RS-20261128-0001', communityName: '示范社区', applicant: '示范甲', respondent: null },
)

test('a line is cut where the script changes, and marks stay with what stands before them', () => {
  expect(fontRuns(`十点 ${TIBETAN} 10。`)).toEqual([
    { script: 'han', text: '十点 ' },
    { script: 'tibetan', text: `${TIBETAN} 10` },
    { script: 'han', text: '。' },
  ])
})

/** Every compressed stream of the file, opened. */
const streamsOf = (pdf: Buffer): string[] => {
  const raw = pdf.toString('latin1')
  return [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, body = '']) => {
    try {
      return [inflateSync(Buffer.from(body, 'latin1')).toString('latin1')]
    } catch {
      return []
    }
  })
}

/** What a reader can copy out of it: each glyph's text as the font's own table says. */
const textOf = (pdf: Buffer): string =>
  streamsOf(pdf)
    .filter((stream) => stream.includes('beginbfrange') || stream.includes('beginbfchar'))
    .flatMap((stream) => [...stream.matchAll(/<([0-9a-f ]{4,})>/gi)].map(([, hex = '']) => hex.replaceAll(' ', '')))
    .flatMap((hex) => (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))))
    .join('')

test('the PDF has both fonts inside, and its text can be taken out again', async () => {
  const pdf = await documentPdf(DOCUMENT)
  const raw = pdf.toString('latin1')
  expect(raw.startsWith('%PDF-')).toBe(true)
  expect(raw).toMatch(/\/FontName \/[A-Z]{6}\+NotoSansSC/)
  expect(raw).toMatch(/\/FontName \/[A-Z]{6}\+NotoSerifTibetan/)
  expect([...raw.matchAll(/\/FontFile[23] /g)]).toHaveLength(2)
  const text = textOf(pdf)
  for (const character of '人民调解协议书夜里的声音十点以后不放乐从今天起甲') expect(text).toContain(character)
  // Stacked letters are one glyph, and still two letters to whoever copies them.
  for (const character of 'བདསྐ') expect(text).toContain(character)
})

/** The files of an archive. */
const filesOf = (zip: Buffer): Map<string, Buffer> => {
  const files = new Map<string, Buffer>()
  let at = zip.lastIndexOf(Buffer.from('504b0506', 'hex'))
  const count = zip.readUInt16LE(at + 10)
  at = zip.readUInt32LE(at + 16)
  for (let index = 0; index < count; index++) {
    const [method, size, nameLength, extra, comment, header] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const begin = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
    const body = zip.subarray(begin, begin + size)
    files.set(name, method === 0 ? body : inflateRawSync(body))
    at += 46 + nameLength + extra + comment
  }
  return files
}

test('the word processor file has both fonts inside and all of the text', async () => {
  const files = filesOf(await documentDocx(DOCUMENT))
  const document = files.get('word/document.xml')?.toString('utf8') ?? ''
  for (const words of ['人民调解协议书', '夜里的声音。', TIBETAN, '示范甲', '2026年11月28日'])
    expect(document).toContain(words)
  expect(files.get('word/fontTable.xml')?.toString('utf8')).toMatch(/Noto Sans SC[\s\S]*Noto Serif Tibetan/)
  expect([...files.keys()].filter((name) => name.endsWith('.odttf'))).toHaveLength(2)
})

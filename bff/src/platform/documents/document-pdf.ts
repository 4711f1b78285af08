import PDFDocument from 'pdfkit'
import { documentFonts } from './document-fonts.ts'
import { fontRuns } from './font-runs.ts'
import type { WrittenDocument } from './written-document.ts'

const [MARGIN, TITLE, HEADING, BODY, SMALL] = [64, 22, 14, 12, 10]

/** A paper on A4, with the glyphs of both scripts inside: it prints the same on every machine. */
export const documentPdf = async (document: WrittenDocument): Promise<Buffer> => {
  const fonts = await documentFonts()
  const pdf = new PDFDocument({ size: 'A4', margin: MARGIN, lang: 'zh-CN', info: { Title: document.title } })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  pdf.registerFont('han', fonts.han)
  pdf.registerFont('tibetan', fonts.tibetan)
  write(pdf, document.title, { size: TITLE, isCentred: true })
  write(pdf, document.subtitle, { size: SMALL, isCentred: true })
  for (const { heading, text } of document.sections) {
    pdf.moveDown()
    write(pdf, heading, { size: HEADING })
    for (const line of text.split('\n')) write(pdf, line, { size: BODY })
  }
  pdf.moveDown(2)
  for (const signature of document.signatures) {
    write(pdf, `${signature}：`, { size: BODY })
    pdf.moveDown(1.5)
  }
  write(pdf, document.on, { size: BODY })
  pdf.moveDown()
  write(pdf, document.footnote, { size: SMALL })
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

/** One line; what is too long goes on below, also where the script changes. */
const write = (
  pdf: InstanceType<typeof PDFDocument>,
  line: string,
  { size, isCentred = false }: { size: number; isCentred?: boolean },
): void => {
  const runs = fontRuns(line === '' ? ' ' : line)
  runs.forEach(({ script, text }, index) => {
    const continued = index < runs.length - 1
    pdf
      .font(script)
      .fontSize(size)
      .text(text, { continued, lineGap: 4, align: isCentred && runs.length === 1 ? 'center' : 'left' })
  })
}

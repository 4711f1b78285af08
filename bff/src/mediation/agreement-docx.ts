import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import type { AgreementDocument } from './agreement-document.ts'
import { documentFonts } from './document-fonts.ts'
import { type FontRun, fontRuns } from './font-runs.ts'

const FONT: Record<FontRun['script'], string> = { han: 'Noto Sans SC', tibetan: 'Noto Serif Tibetan' }
/** Half points. */
const [BODY, SMALL] = [24, 20]

/** The agreement for a word processor, with both fonts inside. */
export const agreementDocx = async (document: AgreementDocument): Promise<Buffer> => {
  const fonts = await documentFonts()
  const blank = new Paragraph({})
  const file = new Document({
    title: document.title,
    fonts: [
      { name: FONT.han, data: fonts.han },
      { name: FONT.tibetan, data: fonts.tibetan },
    ],
    sections: [
      {
        children: [
          paragraph(document.title, { heading: HeadingLevel.TITLE }),
          paragraph(`${document.committee}　${document.receiptNumber}`, { size: SMALL }),
          ...document.sections.flatMap(({ heading, text }) => [
            blank,
            paragraph(heading, { heading: HeadingLevel.HEADING_2 }),
            ...text.split('\n').map((line) => paragraph(line)),
          ]),
          blank,
          ...document.signatures.flatMap((signature) => [paragraph(`${signature}：`), blank]),
          paragraph(document.on),
          blank,
          paragraph(document.footnote, { size: SMALL }),
        ],
      },
    ],
  })
  return Packer.toBuffer(file)
}

type Heading = (typeof HeadingLevel)[keyof typeof HeadingLevel]

const paragraph = (line: string, { heading, size = BODY }: { heading?: Heading; size?: number } = {}): Paragraph =>
  new Paragraph({
    ...(heading && { heading }),
    children: fontRuns(line).map(
      ({ script, text }) => new TextRun({ text, font: FONT[script], ...(!heading && { size }) }),
    ),
  })

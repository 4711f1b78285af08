import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import { documentFonts } from './document-fonts.ts'
import { type FontRun, fontRuns } from './font-runs.ts'
import type { WrittenDocument } from './written-document.ts'

const FONT: Record<FontRun['script'], string> = { han: 'Noto Sans SC', tibetan: 'Noto Serif Tibetan' }
/** Half points. */
const [BODY, SMALL] = [24, 20]

/** A paper for a word processor, with both fonts inside. */
export const documentDocx = async (document: WrittenDocument): Promise<Buffer> => {
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
          paragraph(document.subtitle, { size: SMALL }),
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

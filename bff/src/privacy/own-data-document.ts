import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { WrittenDocument } from '../platform/documents/written-document.ts'
import type { OwnDataSection } from './own-data.service.ts'

/** So many of one kind stand on paper; all of them in the file that other programs read. */
const MOST_ON_PAPER = 200

const WHOLE = '社区为您记下的全部内容，包括谁看过。别人的不在里面。'
/** Whoever holds it in their hands must know that there is more, and where. */
const FROM_STAFF =
  '柜台给的这一份里没有调解、消息、照片和录音，也没有只能本人看的事。要全部的，请自己登录后在「我的」里拿。'

/** All that is kept of somebody, or of it what staff may hand them, to read and to print. */
export const documentOfOwnData = (
  sections: readonly OwnDataSection[],
  { isFromStaff }: { isFromStaff: boolean },
  now: Date,
): WrittenDocument => {
  const { year, month, day } = shanghaiTime(now)
  return {
    title: '我的资料一份',
    subtitle: isFromStaff ? FROM_STAFF : WHOLE,
    sections: sections.map(({ name, fields, rows, more }) => {
      const left = more + Math.max(0, rows.length - MOST_ON_PAPER)
      return {
        heading: name,
        text: [
          ...rows.slice(0, MOST_ON_PAPER).map((row, place) => lineOf(place + 1, fields, row)),
          ...(left > 0 ? [`还有${left}条，在另一种文件里。`] : []),
        ].join('\n'),
      }
    }),
    signatures: [],
    on: `${year}年${month}月${day}日`,
    footnote: '哪里不对、想删什么，可以在「我的」里要求，也可以到社区柜台说。',
  }
}

const lineOf = (number: number, fields: OwnDataSection['fields'], row: Readonly<Record<string, string>>): string => {
  const said = Object.entries(fields).flatMap(([column, name]) => (row[column] ? [`${name}：${row[column]}`] : []))
  return `${number}. ${said.join('　')}`
}

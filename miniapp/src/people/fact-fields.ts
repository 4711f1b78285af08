import { type FactContent, type FactKind, findImpossible } from '@little-bench/shared/people/facts'

/** What somebody fills in about themselves, for all kinds; nothing is ticked or chosen beforehand. */
export interface FactFields {
  year: string
  month: string
  day: string
  home: { communityId: string; placeId: string } | null
  workplace: string
  language: 'zh' | 'bo' | null
  needsInterpreter: boolean
}

export const EMPTY_FACT: FactFields = {
  year: '',
  month: '',
  day: '',
  home: null,
  workplace: '',
  language: null,
  needsInterpreter: false,
}

/** What keeps the fields from being a fact, by the name of its sentence. */
export type FactMistake =
  | 'birthMissing'
  | 'birthImpossible'
  | 'birthInFuture'
  | 'birthTooLongAgo'
  | 'placeMissing'
  | 'workplaceMissing'
  | 'languageMissing'

interface Known {
  /** The community whose pages are shown: where one works nearby, and where the courtyards are from. */
  communityId: string
  /** The day in Asia/Shanghai. */
  today: string
}

/** The fact that the fields say, or what is missing or cannot be. */
export const readFact = (kind: FactKind, fields: FactFields, known: Known): FactContent | FactMistake => {
  switch (kind) {
    case 'birth_date':
      return readBirthDate(fields, known.today)
    case 'residence':
      return fields.home?.communityId === known.communityId ? { kind, value: fields.home } : 'placeMissing'
    case 'workplace': {
      const name = fields.workplace.trim()
      return name === '' ? 'workplaceMissing' : { kind, value: { communityId: known.communityId, name } }
    }
    case 'language': {
      const { language, needsInterpreter } = fields
      return language === null ? 'languageMissing' : { kind, value: { language, needsInterpreter } }
    }
    case 'disability':
      return { kind, value: { hasCertificate: true } }
    case 'limited_mobility':
      return { kind, value: { needsVisit: true } }
    case 'living_alone':
      return { kind, value: { livesAlone: true } }
  }
}

const readBirthDate = ({ year, month, day }: FactFields, today: string): FactContent | FactMistake => {
  const numbers = [year, month, day].map((typed) => typed.normalize('NFKC').trim())
  if (numbers.some((typed) => typed === '')) return 'birthMissing'
  const [y = '', m = '', d = ''] = numbers
  const on = `${y.padStart(4, '0')}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  if (!isDay(on)) return 'birthImpossible'
  const content: FactContent = { kind: 'birth_date', value: { on } }
  const impossible = findImpossible(content, today)
  if (impossible === undefined) return content
  return impossible === 'in_the_future' ? 'birthInFuture' : 'birthTooLongAgo'
}

/** 30 February and the 13th month are no days. */
const isDay = (date: string) => {
  const time = Date.parse(`${date}T00:00:00.000Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

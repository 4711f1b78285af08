import { cutText, oneLine } from './cut-text.ts'

/**
 * What WeChat takes as a value of a message, by the type that its field is named after (发送订阅消息, 参数值内容限制说明).
 * `enum` has a list that only WeChat's console knows, so no template here may use it.
 */
export const FIELD_TYPES = [
  'thing',
  'number',
  'letter',
  'symbol',
  'character_string',
  'time',
  'date',
  'amount',
  'phone_number',
  'car_number',
  'name',
  'phrase',
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** `thing1` is a thing; undefined for what no template here can have. */
export const typeOfField = (field: string): FieldType | undefined => {
  const [, word] = /^([a-z_]+)\d{1,3}$/.exec(field) ?? []
  return FIELD_TYPES.find((type) => type === word)
}

/**
 * A value that WeChat will take, or undefined when nothing of the text fits. Only what is prose is cut: half a number, a
 * time or a status would say something else.
 */
export const fieldValue = (type: FieldType, text: string): string | undefined => {
  const line = oneLine(text)
  return line === '' ? undefined : FITTING[type](line)
}

const MAX_THING = 20
const MAX_HAN_NAME = 10
const MAX_LETTER_NAME = 20

const FITTING: Record<FieldType, (line: string) => string | undefined> = {
  thing: (line) => cutText(line, MAX_THING) || undefined,
  number: (line) => matching(line, /^(?=.{1,32}$)\d+(\.\d+)?$/),
  letter: (line) => matching(line, /^[A-Za-z]{1,32}$/),
  symbol: (line) => matching(line, /^[\p{P}\p{S}]{1,5}$/u),
  // A space is neither a digit nor a letter nor a symbol.
  character_string: (line) => matching(line, /^[\x21-\x7e]{1,32}$/),
  time: (line) => matching(line, TIME),
  date: (line) => matching(line, DATE),
  // The sheet wants one sign of a currency before the digits.
  amount: (line) => matching(/^\d/.test(line) ? `￥${line}` : line, /^[￥¥$€£]\d{1,10}(\.\d{1,2})?元?$/),
  phone_number: (line) => matching(line, /^[\d+()#*-]{1,17}$/),
  car_number: (line) => matching(line, /^[\p{Unified_Ideograph}A-Z\d][A-Z\d]{0,6}[\p{Unified_Ideograph}A-Z\d]$/u),
  name: (line) => {
    if (/\p{N}/u.test(line)) return undefined
    const isPlain = /^[A-Za-z\p{P}\p{S} ]+$/u.test(line)
    return cutText(line, isPlain ? MAX_LETTER_NAME : MAX_HAN_NAME) || undefined
  },
  phrase: (line) => matching(line, /^\p{Unified_Ideograph}{1,5}$/u),
}

const matching = (line: string, rule: RegExp): string | undefined => (rule.test(line) ? line : undefined)

const MONTH = '(0?[1-9]|1[0-2])'
const DAY_OF_MONTH = '(0?[1-9]|[12]\\d|3[01])'
/** 年月日, or one sign in both places. */
const DAY = [
  `\\d{4}年${MONTH}月${DAY_OF_MONTH}日`,
  ...['-', '/', '\\.'].map((sign) => `\\d{4}${sign}${MONTH}${sign}${DAY_OF_MONTH}`),
].join('|')
const CLOCK = '([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?'
const rangeOf = (moment: string): RegExp => new RegExp(`^${moment}( ?~ ?${moment})?$`)
const TIME = rangeOf(`((${DAY}) )?${CLOCK}`)
const DATE = rangeOf(`(${DAY})( ${CLOCK})?`)

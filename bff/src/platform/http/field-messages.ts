import { inLanguage, type Language, type LocalText } from '@little-bench/shared/kernel/language'
import type { z } from 'zod'

const REQUIRED: LocalText = { zh: '这一项要填。', bo: 'ངེས་པར་འབྲི་དགོས།' }
const EMPTY: LocalText = { zh: '内容不能为空，写一两句就行。', bo: 'ནང་དོན་སྟོང་པ་ཡིན་མི་རུང་།' }
const CHOICE: LocalText = { zh: '请从给出的选项里选。' }
const SHAPE: LocalText = { zh: '这一项的格式不对。' }
const PLACE: LocalText = { zh: '请选院落，或者用地图上的位置。' }
const PHONE: LocalText = { zh: '电话号码不对。手机十一位，座机带上区号。' }
const RANGE: LocalText = { zh: '这个数超出了范围。' }
const DATE: LocalText = { zh: '请检查日期里的年份。' }
const VAGUE: LocalText = { zh: '请写具体一点。一个字母、一个数字，或者到处都有的字，找起来太慢。' }
const tooManyWords = (max: number): LocalText => ({ zh: `词太多了，最多写${max}个。` })
const tooLong = (max: number): LocalText => ({ zh: `写得太长了，最多${max}字。`, bo: `ཡིག་རྟགས་${max}ལས་བརྒལ་མི་རུང་།` })

const ownMessage = (message: string): LocalText | undefined => {
  if (message === 'text_empty' || message === 'words_missing') return EMPTY
  if (message === 'place_missing') return PLACE
  if (message === 'phone_invalid') return PHONE
  if (message === 'date_out_of_range') return DATE
  const max = /^text_too_long:(\d+)$/.exec(message)?.[1]
  return max === undefined ? undefined : tooLong(Number(max))
}

const textOf = (issue: z.core.$ZodIssue): LocalText => {
  const own = ownMessage(issue.message)
  if (own) return own
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? REQUIRED : SHAPE
    case 'invalid_value':
    case 'invalid_union':
      return CHOICE
    case 'too_big':
      return issue.origin === 'string' ? SHAPE : RANGE
    case 'too_small':
      return issue.origin === 'string' ? EMPTY : RANGE
    default:
      return SHAPE
  }
}

/** What is wrong with one field, as a sentence that says what to change. */
export const fieldMessage = (issue: z.core.$ZodIssue, language: Language): string => inLanguage(textOf(issue), language)

/** For a field that only turned out to be needed when the item was looked at. */
export const requiredMessage = (language: Language): string => inLanguage(REQUIRED, language)

/** For a search that would go through everything. */
export const vagueMessage = (language: Language): string => inLanguage(VAGUE, language)

export const tooManyWordsMessage = (max: number, language: Language): string => inLanguage(tooManyWords(max), language)

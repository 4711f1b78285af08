import type { Language, LocalText } from '@little-bench/shared/kernel/language'
import { type ServiceDate, type ShanghaiTime, shanghaiTime } from '@little-bench/shared/kernel/time'

// No Intl: Android's WeChat has none, and CLDR's Tibetan is partial where it exists.
const WEEKDAYS_ZH = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const
/** CLDR 48 weekday names. */
const WEEKDAYS_BO = [
  'གཟའ་ཉི་མ་',
  'གཟའ་ཟླ་བ་',
  'གཟའ་མིག་དམར་',
  'གཟའ་ལྷག་པ་',
  'གཟའ་ཕུར་བུ་',
  'གཟའ་པ་སངས་',
  'གཟའ་སྤེན་པ་',
] as const

/** 「11月24日 星期二」; in Tibetan 「2026ལོའི་ཟླ་11ཚེས་24ཉིན། གཟའ་མིག་དམར་」. Always the day in Lhasa, whatever the phone's zone. */
export const spokenDate = (instant: string | Date, language: Language): string => {
  const time = shanghaiTime(new Date(instant))
  return language === 'bo' ? tibetanDate(time) : `${time.month}月${time.day}日 ${WEEKDAYS_ZH[time.weekday] ?? ''}`
}

/** 「11月24日 星期二 下午2:05」; in Tibetan the clock has 24 hours. */
export const spokenDateTime = (instant: string | Date, language: Language): string => {
  const time = shanghaiTime(new Date(instant))
  return `${spokenDate(instant, language)} ${language === 'bo' ? clock24(time.minute) : clockZh(time.minute)}`
}

/** 「上午10:00」; in Tibetan the clock has 24 hours. */
export const spokenClock = (instant: string | Date, language: Language): string => {
  const { minute } = shanghaiTime(new Date(instant))
  return language === 'bo' ? clock24(minute) : clockZh(minute)
}

/** The hour for a sentence. */
export const clockInSentence = (instant: string | Date): LocalText => ({
  zh: spokenClock(instant, 'zh'),
  bo: spokenClock(instant, 'bo'),
})

/** 0 is Sunday: 「星期日」. */
export const spokenWeekday = (weekday: number, language: Language): string =>
  (language === 'bo' ? WEEKDAYS_BO : WEEKDAYS_ZH)[weekday] ?? ''

/** The spoken date for a sentence: it comes in the language in which that sentence exists. */
export const dateInSentence = (instant: string | Date): LocalText => ({
  zh: spokenDate(instant, 'zh'),
  bo: spokenDate(instant, 'bo'),
})

/** A day that may be years away or years ago, for a sentence: 「2027年11月28日」. */
export const dayInSentence = (date: ServiceDate): LocalText => {
  const time = shanghaiTime(new Date(date))
  return { zh: `${time.year}年${time.month}月${time.day}日`, bo: `${time.year}ལོའི་ཟླ་${time.month}ཚེས་${time.day}ཉིན།` }
}

const DAY_MS = 86_400_000

/** Whole days of Lhasa between that day and today: 0 today, 1 yesterday. */
export const daysAgo = (instant: string | Date, now: Date): number => {
  const midnight = (at: Date) => Date.parse(shanghaiTime(at).date)
  return Math.max(0, Math.round((midnight(now) - midnight(new Date(instant))) / DAY_MS))
}

/** The spoken date with its hour, for a sentence. */
export const dateTimeInSentence = (instant: string | Date): LocalText => ({
  zh: spokenDateTime(instant, 'zh'),
  bo: spokenDateTime(instant, 'bo'),
})

// The digit form of the month: a spelled-out month name reads as a month of the Tibetan calendar.
const tibetanDate = ({ year, month, day, weekday }: ShanghaiTime) =>
  `${year}ལོའི་ཟླ་${month}ཚེས་${day}ཉིན། ${WEEKDAYS_BO[weekday] ?? ''}`

const twoDigits = (n: number) => String(n).padStart(2, '0')
const clock24 = (minute: number) => `${Math.floor(minute / 60)}:${twoDigits(minute % 60)}`

const clockZh = (minute: number) => {
  const hour = Math.floor(minute / 60)
  const hourSpoken = hour % 12 === 0 ? 12 : hour % 12
  const part = hour === 12 ? '中午' : hour < 12 ? '上午' : '下午'
  return `${part}${hourSpoken}:${twoDigits(minute % 60)}`
}

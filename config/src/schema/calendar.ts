import { z } from 'zod'
import { demo } from './demo.ts'
import { localText } from './local-text.ts'

const date = z.iso.date('must be a date such as "2027-02-07", in quotes')
export const clock = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'must be a time such as "09:30", in quotes')

/** `to` is the last closed day; a single day leaves it out. */
const closure = z
  .strictObject({ name: localText, from: date, to: date.optional(), demo })
  .refine((days) => days.to === undefined || days.from <= days.to, '"to" may not be before "from"')

/** 调休: open although the weekday says closed. */
const makeUpWorkday = z.strictObject({ name: localText, date, demo })

/** `holidays.yaml`: what closes every community, and until when somebody has looked. Dates are Asia/Shanghai. */
export const HolidaysFile = z.strictObject({
  coversUntil: date,
  closures: z.array(closure),
  makeUpWorkdays: z.array(makeUpWorkday),
})
export type HolidaysFile = z.infer<typeof HolidaysFile>

/** `<community>/calendar.yaml`: its opening hours, and the days that only it is closed or open. */
export const CalendarFile = z.strictObject({
  /** 0 is Sunday. */
  openWeekdays: z.array(z.int().min(0).max(6)).min(1),
  opensAt: clock,
  closesAt: clock,
  closures: z.array(closure).default([]),
  makeUpWorkdays: z.array(makeUpWorkday).default([]),
  demo,
})
export type CalendarFile = z.infer<typeof CalendarFile>

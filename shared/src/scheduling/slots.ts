import { addDays, instantOf, type ServiceDate } from '../kernel/time.ts'
import { isWorkday, type ServiceCalendar } from '../work-queue/deadline.ts'

/** Services whose seats are booked. */
export const SLOT_SERVICES = ['canteen', 'childcare', 'activities'] as const
export type SlotService = (typeof SLOT_SERVICES)[number]

/** One slot of each open day: a sitting, half a childcare day, a lesson. */
export interface SlotPattern {
  /** `lunch`, `morning`, `lesson`; one word for one slot of a day. */
  kind: string
  /** Minutes since midnight in Asia/Shanghai. */
  startsAt: number
  endsAt: number
  /** Minutes before the start until which it can be booked and cancelled; counted from midnight of the day. */
  cutoff: { daysBefore: number; minute: number }
  capacity: number
  /** Only on these weekdays (0 is Sunday); left out on every open day. */
  weekdays?: readonly number[]
  /** From the first day to the last; left out it has been there for ever and stays. */
  days?: { from: ServiceDate; until: ServiceDate | null }
}

/** What keeps somebody from a seat; undefined when nothing does. `now` may be the last instant before the cut-off. */
export const seatRefusal = (
  slot: { isOpen: boolean; cutoffAt: Date; capacity: number; booked: number },
  now: Date,
): 'slot_closed' | 'past_cutoff' | 'slot_full' | undefined => {
  if (!slot.isOpen) return 'slot_closed'
  if (now.getTime() >= slot.cutoffAt.getTime()) return 'past_cutoff'
  return slot.booked >= slot.capacity ? 'slot_full' : undefined
}

/** A slot as it will be on one day. */
export interface PlannedSlot {
  kind: string
  serviceOn: ServiceDate
  startsAt: Date
  endsAt: Date
  cutoffAt: Date
  capacity: number
}

const weekdayOf = (date: ServiceDate): number => new Date(`${date}T00:00:00.000Z`).getUTCDay()

const slotOn = (date: ServiceDate, pattern: SlotPattern): PlannedSlot => ({
  kind: pattern.kind,
  serviceOn: date,
  startsAt: instantOf(date, pattern.startsAt),
  endsAt: instantOf(date, pattern.endsAt),
  cutoffAt: instantOf(addDays(date, -pattern.cutoff.daysBefore), pattern.cutoff.minute),
  capacity: pattern.capacity,
})

const isOn = (date: ServiceDate, { weekdays, days }: SlotPattern, { makeUpWorkdays }: ServiceCalendar): boolean => {
  if (days && (date < days.from || (days.until !== null && date > days.until))) return false
  return weekdays === undefined || weekdays.includes(weekdayOf(date)) || makeUpWorkdays.includes(date)
}

/**
 * The slots of the days from `from` on, so many: none on a day that is closed, all of them on a make-up workday (调休),
 * whatever weekday that is.
 */
export const plannedSlots = (
  patterns: readonly SlotPattern[],
  calendar: ServiceCalendar,
  { from, days }: { from: ServiceDate; days: number },
): PlannedSlot[] =>
  Array.from({ length: days }, (_unused, offset) => addDays(from, offset))
    .filter((date) => isWorkday(date, calendar))
    .flatMap((date) =>
      patterns.filter((pattern) => isOn(date, pattern, calendar)).map((pattern) => slotOn(date, pattern)),
    )

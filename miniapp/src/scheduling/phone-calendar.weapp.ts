import Taro from '@tarojs/taro'
import type { CalendarEntry } from './calendar-entry'
import type { CalendarOutcome } from './phone-calendar.h5'

const SECOND_MS = 1000
/** WeChat reminds half an hour before. */
const REMIND_SECONDS = 30 * 60

/** Puts it into the phone's own calendar, once the person lets WeChat do so. */
export const addToPhoneCalendar = ({ title, startsAt, endsAt, place }: CalendarEntry): Promise<CalendarOutcome> =>
  Taro.addPhoneCalendar({
    title,
    startTime: Date.parse(startsAt) / SECOND_MS,
    endTime: String(Date.parse(endsAt) / SECOND_MS),
    location: place,
    alarmOffset: REMIND_SECONDS,
  }).then(
    () => 'added',
    () => 'refused',
  )

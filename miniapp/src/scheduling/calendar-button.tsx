import { useText } from '../platform/i18n/text'
import { Button } from '../ui/button'
import { showToast } from '../ui/toast'
import type { CalendarEntry } from './calendar-entry'
import { addToPhoneCalendar } from './phone-calendar'
import { schedulingText } from './scheduling.text'

/** One tap to the phone's own calendar. */
export const CalendarButton = ({ entry }: { entry: CalendarEntry }) => {
  const t = useText(schedulingText)
  const words = { added: t('inCalendar'), file: t('calendarFile'), refused: t('calendarRefused') }
  const add = () => void addToPhoneCalendar(entry).then((outcome) => showToast(words[outcome]))
  return (
    <Button isWide icon='calendar' onPress={add}>
      {t('addToCalendar')}
    </Button>
  )
}

import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { DataTable } from '../../ui/data-table'
import type { DutyShift, Roster } from '../roster.api'
import { rosterText } from '../roster.text'
import { hoursWords, nameOf, WEEK, weekdayWords } from '../roster-words'

interface RosterWeekProps {
  roster: Roster
  shifts: readonly DutyShift[]
}

/** The week as a table: a row for each person, a column for each day. */
export const RosterWeek = ({ roster, shifts }: RosterWeekProps) => {
  const t = useText(rosterText)
  const people = [...new Set(shifts.map(({ personId }) => personId))]
  return (
    <DataTable
      label={t('weekTable')}
      columns={[t('who'), ...WEEK.map((weekday) => weekdayWords(weekday, t))]}
      rows={people.map((personId) => ({
        key: personId,
        head: nameOf(roster, personId, t),
        cells: WEEK.map((weekday) =>
          shifts
            .filter((shift) => shift.personId === personId && shift.weekdays.includes(weekday))
            .map((shift, index) => (
              <View key={index}>
                {hoursWords(shift, t)}
                {shift.backupId !== null && <View>{t('backup', { name: nameOf(roster, shift.backupId, t) })}</View>}
              </View>
            )),
        ),
      }))}
    />
  )
}

import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import type { DutyShift, Roster } from '../roster.api'
import { rosterText } from '../roster.text'
import { absenceWords, daysWords, hoursWords, nameOf } from '../roster-words'
import styles from './roster.module.scss'

interface ShiftListProps {
  roster: Roster
  shifts: readonly DutyShift[]
  /** Left out where the reader may only look. The number is the place in the list. */
  edits: { onChange: (place: number) => void; onRemove: (place: number) => void } | undefined
}

/** Each shift as a card: who, when, who stands in, when they are away. */
export const ShiftList = ({ roster, shifts, edits }: ShiftListProps) => {
  const t = useText(rosterText)
  return (
    <View {...a11y({ role: 'list', label: t('shifts') })}>
      {shifts.map((shift, place) => {
        const words = { name: nameOf(roster, shift.personId, t), days: daysWords(shift, t) }
        const backupName = shift.backupId === null ? undefined : nameOf(roster, shift.backupId, t)
        return (
          <View key={place} className={styles.shift} {...a11y({ role: 'listitem' })}>
            <View className={styles.name}>{words.name}</View>
            <View>{words.days}</View>
            <View>{hoursWords(shift, t)}</View>
            <View>{backupName ? t('backup', { name: backupName }) : t('noBackup')}</View>
            {shift.absences.map((absence) => (
              <View key={absence.from} className={styles.absence}>
                {absenceWords(absence, backupName, t)}
              </View>
            ))}
            {edits && (
              <View className={styles.buttons}>
                <Button icon='edit' label={t('changeOf', words)} onPress={() => edits.onChange(place)}>
                  {t('change')}
                </Button>
                <Button kind='quiet' label={t('removeOf', words)} onPress={() => edits.onRemove(place)}>
                  {t('remove')}
                </Button>
              </View>
            )}
          </View>
        )
      })}
    </View>
  )
}

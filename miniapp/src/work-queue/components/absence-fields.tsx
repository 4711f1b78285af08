import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { useNow } from '../../platform/use-now'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { DayInput } from '../../ui/day-input'
import { rosterText } from '../roster.text'
import { isBackwards, type ShiftDraft } from '../shift-draft'
import styles from './roster.module.scss'

type Absences = ShiftDraft['absences']

interface AbsenceFieldsProps {
  absences: Absences
  isChecked: boolean
  onChange: (absences: Absences) => void
}

/** Days on which somebody is away, first and last day of each stretch. */
export const AbsenceFields = ({ absences, isChecked, onChange }: AbsenceFieldsProps) => {
  const t = useText(rosterText)
  const today = shanghaiTime(useNow()).date
  const changeAt = (place: number, changed: Partial<Absences[number]>) =>
    onChange(absences.map((each, index) => (index === place ? { ...each, ...changed } : each)))
  return (
    <View className={styles.absences} {...a11y({ role: 'group', label: t('absences') })}>
      {absences.map((absence, place) => (
        <View key={place} className={styles.pair}>
          <DayInput
            kind='date'
            label={t('absenceFrom')}
            value={absence.from}
            onChange={(from) => changeAt(place, { from })}
          />
          <DayInput
            kind='date'
            label={t('absenceTo')}
            error={isChecked && isBackwards(absence) ? t('absenceBackwards') : undefined}
            value={absence.to}
            onChange={(to) => changeAt(place, { to })}
          />
          <Button
            kind='quiet'
            label={t('removeAbsenceOf', absence)}
            onPress={() => onChange(absences.filter((_each, index) => index !== place))}
          >
            {t('removeAbsence')}
          </Button>
        </View>
      ))}
      <Button icon='plus' onPress={() => onChange([...absences, { from: today, to: today }])}>
        {t('addAbsence')}
      </Button>
    </View>
  )
}

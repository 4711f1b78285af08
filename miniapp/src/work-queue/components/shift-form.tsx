import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { type Choice, ChoiceList } from '../../ui/choice-list'
import { DayInput } from '../../ui/day-input'
import { Sheet } from '../../ui/sheet'
import { ToggleChips } from '../../ui/toggle-chips'
import type { DutyShift, Roster } from '../roster.api'
import { rosterText } from '../roster.text'
import { WEEK, weekdayWords } from '../roster-words'
import { draftOf, EMPTY_SHIFT, type ShiftDraft, type ShiftMistake, shiftMistakes, shiftOf } from '../shift-draft'
import { AbsenceFields } from './absence-fields'
import styles from './roster.module.scss'

interface ShiftFormProps {
  roster: Roster
  /** The shift to change; without one a new one is written. */
  shift: DutyShift | undefined
  onKeep: (shift: DutyShift) => void
  onClose: () => void
}

/** More names than this are easier to search than to read. */
const SEARCH_FROM = 8

/** One shift: who, when, who stands in, and when they are away. Nothing leaves the phone before the roster is saved. */
export const ShiftForm = ({ roster, shift, onKeep, onClose }: ShiftFormProps) => {
  const t = useText(rosterText)
  const [draft, setDraft] = useState<ShiftDraft>(() => (shift ? draftOf(shift) : EMPTY_SHIFT))
  const [isChecked, setChecked] = useState(false)
  const mistakes = isChecked ? shiftMistakes(draft) : []
  const errorOf = (mistake: ShiftMistake) => (mistakes.includes(mistake) ? t(mistake) : undefined)
  const change = (changed: Partial<ShiftDraft>) => setDraft((before) => ({ ...before, ...changed }))
  const keep = () => {
    setChecked(true)
    if (shiftMistakes(draft).length > 0) return
    const written = shiftOf(draft, roster, shift)
    if (written) onKeep(written)
  }
  const people: Choice<string>[] = roster.staff.map(({ id, name }) => ({ value: id, name }))
  return (
    <Sheet isOpen title={t(shift ? 'changeTitle' : 'addTitle')} onClose={onClose}>
      <ChoiceList
        label={t('person')}
        isRequired
        error={errorOf('personMissing')}
        hasSearch={people.length >= SEARCH_FROM}
        choices={people}
        value={draft.personId}
        onChange={(personId) => change({ personId })}
      />
      <ToggleChips
        label={t('weekdays')}
        isRequired
        error={errorOf('weekdaysMissing')}
        choices={WEEK.map((weekday) => ({ value: String(weekday), name: weekdayWords(weekday, t) }))}
        chosen={draft.weekdays.map(String)}
        onChange={(weekdays) => change({ weekdays: weekdays.map(Number) })}
      />
      <View className={styles.pair}>
        <DayInput kind='time' label={t('from')} value={draft.from} onChange={(from) => change({ from })} />
        <DayInput
          kind='time'
          label={t('to')}
          hint={t('untilMidnight')}
          error={errorOf('hoursBackwards')}
          value={draft.to}
          onChange={(to) => change({ to })}
        />
      </View>
      <ChoiceList
        label={t('backupPerson')}
        error={errorOf('backupSame')}
        hasSearch={people.length >= SEARCH_FROM}
        choices={[{ value: '', name: t('nobodyStandsIn') }, ...people]}
        value={draft.backupId}
        onChange={(backupId) => change({ backupId })}
      />
      <AbsenceFields absences={draft.absences} isChecked={isChecked} onChange={(absences) => change({ absences })} />
      <Button kind='primary' isWide onPress={keep}>
        {t('keep')}
      </Button>
    </Sheet>
  )
}

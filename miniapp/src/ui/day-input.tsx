import styles from './day-input.module.scss'
import { Field, type FieldWords } from './field'
import { NativeDayInput } from './native-day-input'

interface DayInputProps extends FieldWords {
  /** `date`: a day of Asia/Shanghai, `2026-11-23`. `time`: an hour of a day, `09:30`. */
  kind: 'date' | 'time'
  /** Empty while nothing is chosen. */
  value: string
  onChange: (value: string) => void
}

/** A day or an hour, chosen with the phone's own wheel or the browser's own calendar. */
export const DayInput = ({ kind, value, onChange, ...words }: DayInputProps) => (
  <Field {...words}>
    {(semantics) => (
      <NativeDayInput kind={kind} value={value} onChange={onChange} className={styles.box} semantics={semantics} />
    )}
  </Field>
)

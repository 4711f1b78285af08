import { a11y, type Semantics } from './a11y'

export interface NativeDayInputProps {
  /** `date` is `2026-11-23`, `time` is `09:30`. */
  kind: 'date' | 'time'
  value: string
  onChange: (value: string) => void
  className: string
  semantics: Semantics
}

/** The browser's own control for a day or an hour. */
export const NativeDayInput = ({ kind, value, onChange, className, semantics }: NativeDayInputProps) => (
  <input
    type={kind}
    className={className}
    value={value}
    onChange={(event) => onChange(event.target.value)}
    {...a11y(semantics)}
  />
)

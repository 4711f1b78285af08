import { a11y, type Semantics } from './a11y'

export interface NativeCodeInputProps {
  /** With spaces between the groups. */
  value: string
  onChange: (typed: string) => void
  className: string
  /** What the phone may offer to fill in by itself: a code that has just come, or its own number. */
  offers?: 'one-time-code' | 'tel-national' | undefined
  semantics: Semantics
}

/** The browser's own text field with the keyboard for digits: a number field would not show the spaces. */
export const NativeCodeInput = ({ value, onChange, className, offers, semantics }: NativeCodeInputProps) => (
  <input
    type='text'
    inputMode='numeric'
    autoComplete={offers ?? 'off'}
    className={className}
    value={value}
    onChange={(event) => onChange(event.target.value)}
    {...a11y(semantics)}
  />
)

import styles from './code-input.module.scss'
import { Field, type FieldWords } from './field'
import { NativeCodeInput } from './native-code-input'

interface CodeInputProps extends FieldWords {
  /** Digits only. */
  value: string
  onChange: (digits: string) => void
  /** How many digits there are; more are not taken. */
  length: number
  /** How many stand together. */
  group?: 3 | 4
  /** It comes by a short message: phones offer to fill it in. */
  isFromMessage?: boolean
}

const GROUPS = { 3: /(\d{3})(?=\d)/g, 4: /(\d{4})(?=\d)/g }

/** A number from paper or a message: large digits, in groups while they are typed; spaces and hyphens are nobody's mistake. */
export const CodeInput = ({ value, onChange, length, group = 4, isFromMessage = false, ...words }: CodeInputProps) => (
  <Field {...words}>
    {(semantics) => (
      <NativeCodeInput
        className={styles.input}
        value={value.replace(GROUPS[group], '$1 ')}
        onChange={(typed) => onChange(typed.normalize('NFKC').replace(/\D/g, '').slice(0, length))}
        offers={isFromMessage ? 'one-time-code' : undefined}
        semantics={semantics}
      />
    )}
  </Field>
)

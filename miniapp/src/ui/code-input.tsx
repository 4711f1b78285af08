import styles from './code-input.module.scss'
import { Field, type FieldWords } from './field'
import { NativeCodeInput } from './native-code-input'

interface CodeInputProps extends FieldWords {
  /** Digits only. */
  value: string
  onChange: (digits: string) => void
  /** How many digits there are; more are not taken. */
  length: number
}

const GROUP = /(\d{4})(?=\d)/g

/** A long number from paper: large digits, in groups of four while they are typed; spaces and hyphens are nobody's mistake. */
export const CodeInput = ({ value, onChange, length, ...words }: CodeInputProps) => (
  <Field {...words}>
    {(semantics) => (
      <NativeCodeInput
        className={styles.input}
        value={value.replace(GROUP, '$1 ')}
        onChange={(typed) => onChange(typed.normalize('NFKC').replace(/\D/g, '').slice(0, length))}
        semantics={semantics}
      />
    )}
  </Field>
)

import styles from './code-input.module.scss'
import { Field, type FieldWords } from './field'
import { NativeCodeInput } from './native-code-input'

interface PhoneInputProps extends FieldWords {
  /** Digits only. */
  value: string
  onChange: (digits: string) => void
}

const LENGTH = 11
const COUNTRY = /^\+?\s*86/

/** The number of a mobile phone, in the groups in which people say it: 「139 0000 0000」. */
export const PhoneInput = ({ value, onChange, ...words }: PhoneInputProps) => (
  <Field {...words}>
    {(semantics) => (
      <NativeCodeInput
        className={styles.input}
        value={[value.slice(0, 3), value.slice(3, 7), value.slice(7)].filter(Boolean).join(' ')}
        onChange={(typed) => onChange(digitsOf(typed))}
        offers='tel-national'
        semantics={semantics}
      />
    )}
  </Field>
)

const digitsOf = (typed: string) => typed.normalize('NFKC').replace(COUNTRY, '').replace(/\D/g, '').slice(0, LENGTH)

import { Input } from '@tarojs/components'
import { a11y } from './a11y'
import { Field, type FieldWords } from './field'
import styles from './text-input.module.scss'

interface TextInputProps extends FieldWords {
  value: string
  onChange: (value: string) => void
  /** `number` shows digits only. */
  type?: 'text' | 'number'
  placeholder?: string
  /** Code units; the server decides with `textLength`. */
  maxLength?: number
  onConfirm?: () => void
}

/** One line of text. */
export const TextInput = ({
  value,
  onChange,
  type = 'text',
  placeholder,
  maxLength = 200,
  onConfirm,
  ...words
}: TextInputProps) => (
  <Field {...words}>
    {(semantics) => (
      <Input
        className={styles.input}
        value={value}
        type={type}
        maxlength={maxLength}
        {...(placeholder ? { placeholder, placeholderClass: styles.proposed } : {})}
        {...a11y(semantics)}
        onInput={(event) => onChange(event.detail.value)}
        {...(onConfirm ? { onConfirm } : {})}
      />
    )}
  </Field>
)

import { textLength } from '@little-bench/shared/kernel/text'
import { View } from '@tarojs/components'
import { useText } from '../platform/i18n/text'
import { a11y } from './a11y'
import { Field, type FieldWords } from './field'
import { NativeTextArea } from './native-text-area'
import styles from './text-area.module.scss'
import { uiText } from './ui.text'

interface TextAreaProps extends FieldWords {
  value: string
  onChange: (value: string) => void
  placeholder?: string
  /** In characters as a reader counts them (`textLength`): a Tibetan syllable is one. Longer text is marked, never cut. */
  limit: number
}

/** Several lines of text, with the room that is left. */
export const TextArea = ({ value, onChange, placeholder, limit, ...words }: TextAreaProps) => {
  const t = useText(uiText)
  const left = limit - textLength(value)
  const tooLong = left < 0 ? t('tooLong', { count: -left }) : undefined
  return (
    <Field {...words} error={words.error ?? tooLong}>
      {(semantics) => (
        <>
          <NativeTextArea
            value={value}
            onChange={onChange}
            className={styles.area}
            semantics={semantics}
            placeholder={placeholder}
            placeholderClass={styles.proposed}
          />
          {left >= 0 && (
            <View className={styles.room} {...a11y({ live: left <= 20 ? 'polite' : undefined })}>
              {t('roomLeft', { count: left })}
            </View>
          )}
        </>
      )}
    </Field>
  )
}

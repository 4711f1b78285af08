import { Text, View } from '@tarojs/components'
import { useText } from '../platform/i18n/text'
import { a11y } from './a11y'
import { classNames } from './class-names'
import { Field, type FieldWords } from './field'
import { Icon } from './icon'
import { Pressable } from './pressable'
import styles from './rating-input.module.scss'
import { uiText } from './ui.text'

interface RatingInputProps extends FieldWords {
  /** 1–5, or null while nothing is chosen. */
  value: number | null
  onChange: (stars: number) => void
  /** What one star to five stars mean, in this order. */
  meanings: readonly [string, string, string, string, string]
}

/** One to five stars, each with its meaning in words. */
export const RatingInput = ({ value, onChange, meanings, ...words }: RatingInputProps) => {
  const t = useText(uiText)
  return (
    <Field {...words}>
      {(semantics) => (
        <View className={styles.stars} {...a11y({ ...semantics, role: 'radiogroup' })}>
          {meanings.map((meaning, index) => {
            const stars = index + 1
            const isFilled = value !== null && stars <= value
            return (
              <Pressable
                key={meaning}
                kind='radio'
                checked={value === stars}
                label={t('stars', { stars, words: meaning })}
                onPress={() => onChange(stars)}
                className={classNames(styles.star, isFilled && styles.filled)}
              >
                <Icon name={isFilled ? 'star-full' : 'star'} className={styles.icon} />
                <Text className={styles.meaning}>{meaning}</Text>
              </Pressable>
            )
          })}
        </View>
      )}
    </Field>
  )
}

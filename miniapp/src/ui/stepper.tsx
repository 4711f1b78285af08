import { Text, View } from '@tarojs/components'
import { useText } from '../platform/i18n/text'
import { a11y } from './a11y'
import { classNames } from './class-names'
import { Icon } from './icon'
import { Pressable } from './pressable'
import styles from './stepper.module.scss'
import { uiText } from './ui.text'

interface StepperProps {
  /** What is counted: 「土豆牛肉」. */
  label: string
  value: number
  min?: number
  max: number
  onChange: (value: number) => void
}

/** How many of one thing, by two large buttons; a number that cannot grow says so by its button. */
export const Stepper = ({ label, value, min = 0, max, onChange }: StepperProps) => {
  const t = useText(uiText)
  return (
    <View className={styles.stepper} {...a11y({ role: 'group', label })}>
      <Pressable
        label={t('fewer', { name: label })}
        isDisabled={value <= min}
        onPress={() => onChange(value - 1)}
        className={classNames(styles.button, value <= min && styles.disabled)}
      >
        <Icon name='minus' />
      </Pressable>
      <Text className={styles.number} {...a11y({ live: 'polite' })}>
        {value}
      </Text>
      <Pressable
        label={t('more', { name: label })}
        isDisabled={value >= max}
        onPress={() => onChange(value + 1)}
        className={classNames(styles.button, value >= max && styles.disabled)}
      >
        <Icon name='plus' />
      </Pressable>
    </View>
  )
}

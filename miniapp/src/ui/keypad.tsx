import { View } from '@tarojs/components'
import { useText } from '../platform/i18n/text'
import { a11y } from './a11y'
import { Icon } from './icon'
import styles from './keypad.module.scss'
import { Pressable } from './pressable'
import { uiText } from './ui.text'

interface KeypadProps {
  /** What is being typed: 「取餐码」. */
  label: string
  /** Digits only. */
  value: string
  onChange: (digits: string) => void
  /** How many digits there are; more are not taken. */
  length: number
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Large digits for a tablet on a counter, where the phone's own keyboard would cover half the list. */
export const Keypad = ({ label, value, onChange, length }: KeypadProps) => (
  <View {...a11y({ role: 'group', label })}>
    <View className={styles.typed} {...a11y({ role: 'status', live: 'polite' })}>
      {value.padEnd(length, '·').replace(/(.{3})(?=.)/g, '$1 ')}
    </View>
    <Keys value={value} onChange={onChange} length={length} />
  </View>
)

/** The same digits below a field that shows what is typed. */
export const FieldKeypad = ({ label, ...keys }: KeypadProps) => (
  <View {...a11y({ role: 'group', label })}>
    <Keys {...keys} />
  </View>
)

const Keys = ({ value, onChange, length }: Omit<KeypadProps, 'label'>) => {
  const t = useText(uiText)
  const add = (digit: string) => onChange((value + digit).slice(0, length))
  return (
    <View className={styles.keys}>
      {DIGITS.map((digit) => (
        <Pressable key={digit} onPress={() => add(digit)} className={styles.key}>
          {digit}
        </Pressable>
      ))}
      <Pressable label={t('clear')} onPress={() => onChange('')} className={styles.key}>
        <Icon name='close' />
      </Pressable>
      <Pressable onPress={() => add('0')} className={styles.key}>
        0
      </Pressable>
      <Pressable label={t('deleteOne')} onPress={() => onChange(value.slice(0, -1))} className={styles.key}>
        <Icon name='back' />
      </Pressable>
    </View>
  )
}

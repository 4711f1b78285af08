import { Text, View } from '@tarojs/components'
import styles from './big-code.module.scss'

// On a phone a long press copies it.
const selectable = process.env.TARO_ENV === 'weapp' ? { userSelect: true } : {}

interface BigCodeProps {
  /** What the code is for: 「取餐码」. */
  name: string
  /** Six digits or so; shown in groups of three. */
  code: string
}

/** A code that is shown or read out over a counter: the largest thing on its page. */
export const BigCode = ({ name, code }: BigCodeProps) => (
  <View className={styles.place}>
    <View className={styles.name}>{name}</View>
    <View className={styles.code}>
      <Text {...selectable}>{code.replace(/(\d{3})(?=\d)/g, '$1 ')}</Text>
    </View>
  </View>
)

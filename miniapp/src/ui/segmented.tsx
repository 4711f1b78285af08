import { Text, View } from '@tarojs/components'
import { a11y } from './a11y'
import { classNames } from './class-names'
import { Pressable } from './pressable'
import styles from './segmented.module.scss'

const isWeb = process.env.TARO_ENV === 'h5'

export interface Segment<V extends string> {
  value: V
  name: string
  /** The language of the name, when it is another than the page's: `bo`. */
  lang?: string
}

interface SegmentedProps<V extends string> {
  /** What is being chosen, for screen readers. */
  label: string
  segments: readonly Segment<V>[]
  value: V
  onChange: (value: V) => void
}

/** Two to four short choices side by side; the chosen one is marked at once. */
export const Segmented = <V extends string>({ label, segments, value, onChange }: SegmentedProps<V>) => (
  <View className={styles.segmented} {...a11y({ role: 'radiogroup', label })}>
    {segments.map((segment) => (
      <Pressable
        key={segment.value}
        kind='radio'
        checked={segment.value === value}
        onPress={() => onChange(segment.value)}
        className={classNames(styles.segment, segment.value === value && styles.chosen)}
      >
        <Text {...(isWeb && segment.lang ? { lang: segment.lang } : {})}>{segment.name}</Text>
      </Pressable>
    ))}
  </View>
)

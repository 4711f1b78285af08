import { Text, View } from '@tarojs/components'
import { a11y } from './a11y'
import { classNames } from './class-names'
import { Pressable } from './pressable'
import styles from './segmented.module.scss'

export interface Segment<V extends string> {
  value: V
  name: string
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
        <Text>{segment.name}</Text>
      </Pressable>
    ))}
  </View>
)

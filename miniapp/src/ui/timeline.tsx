import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from './a11y'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'
import styles from './timeline.module.scss'

export interface TimelineEntry {
  id: string
  /** When, spoken: 「11月24日 星期二 下午2:05」. */
  time: string
  /** What happened, one sentence. */
  title: string
  /** What somebody wrote. */
  words?: string | undefined
  /** Photos and sound that hang on the words. */
  attached?: ReactNode
  icon?: IconName
  /** What can be done about it. */
  action?: ReactNode
}

interface TimelineProps {
  /** In the order to be read. */
  entries: readonly TimelineEntry[]
  label: string
}

/** What happened, one thing after another. */
export const Timeline = ({ entries, label }: TimelineProps) => (
  <View {...a11y({ role: 'list', label })}>
    {entries.map((entry, index) => (
      <View key={entry.id} className={styles.entry} {...a11y({ role: 'listitem' })}>
        <View className={classNames(styles.rail, index === entries.length - 1 && styles.last)}>
          <Icon name={entry.icon ?? 'check'} className={styles.icon} />
        </View>
        <View className={styles.body}>
          <Text className={styles.title}>{entry.title}</Text>
          {entry.words && <View className={styles.words}>{entry.words}</View>}
          {entry.attached}
          <Text className={styles.time}>{entry.time}</Text>
          {entry.action && <View>{entry.action}</View>}
        </View>
      </View>
    ))}
  </View>
)

import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import styles from './empty.module.scss'
import { Icon, type IconName } from './icon'

interface EmptyProps {
  /** What will be here. */
  title: string
  /** How to begin. */
  next?: string
  icon?: IconName
  action?: ReactNode
}

/** Nothing here yet: says what will be here and how to begin. */
export const Empty = ({ title, next, icon = 'bench', action }: EmptyProps) => (
  <View className={styles.empty}>
    <Icon name={icon} className={styles.icon} />
    <Text className={styles.title}>{title}</Text>
    {next && <Text className={styles.next}>{next}</Text>}
    {action}
  </View>
)

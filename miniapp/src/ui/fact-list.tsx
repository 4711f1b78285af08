import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from './a11y'
import styles from './fact-list.module.scss'

export interface Fact {
  /** What tells it from another of the same name; without one the name does. */
  id?: string
  name: string
  value: ReactNode
  /** Beside the value: a way to change it. */
  end?: ReactNode
}

/** Names with their values, one below another. */
export const FactList = ({ facts }: { facts: readonly Fact[] }) => (
  <View className={styles.list} {...a11y({ role: 'list' })}>
    {facts.map((fact) => (
      <View key={fact.id ?? fact.name} className={styles.fact} {...a11y({ role: 'listitem' })}>
        <View className={styles.words}>
          <Text className={styles.name}>{fact.name}</Text>
          <View className={styles.value}>{fact.value}</View>
        </View>
        {fact.end}
      </View>
    ))}
  </View>
)

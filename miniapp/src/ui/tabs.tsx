import { Text, View } from '@tarojs/components'
import { a11y } from './a11y'
import { classNames } from './class-names'
import { Pressable } from './pressable'
import styles from './tabs.module.scss'

export interface Tab<V extends string> {
  value: V
  name: string
  /** How many things are behind it. */
  count?: number | undefined
}

interface TabsProps<V extends string> {
  label: string
  tabs: readonly Tab<V>[]
  value: V
  onChange: (value: V) => void
}

/** Views of one page; the names may wrap, so nothing is swiped for. */
export const Tabs = <V extends string>({ label, tabs, value, onChange }: TabsProps<V>) => (
  <View className={styles.tabs} {...a11y({ role: 'tablist', label })}>
    {tabs.map((tab) => (
      <Pressable
        key={tab.value}
        kind='tab'
        selected={tab.value === value}
        onPress={() => onChange(tab.value)}
        className={classNames(styles.tab, tab.value === value && styles.chosen)}
      >
        <Text>{tab.name}</Text>
        {tab.count !== undefined && <Text className={styles.count}>{tab.count}</Text>}
      </Pressable>
    ))}
  </View>
)

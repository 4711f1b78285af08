import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { a11y } from './a11y'
import styles from './section.module.scss'

interface SectionProps {
  title: string
  /** Beside the heading: a way to more. */
  end?: ReactNode
}

/** A part of a page under its own heading. */
export const Section = ({ title, end, children }: PropsWithChildren<SectionProps>) => (
  <View className={styles.section}>
    <View className={styles.head}>
      <View className={styles.title} {...a11y({ role: 'heading', level: 2 })}>
        {title}
      </View>
      {end}
    </View>
    {children}
  </View>
)

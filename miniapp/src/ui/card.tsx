import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import styles from './card.module.scss'
import { classNames } from './class-names'
import { Pressable } from './pressable'

interface CardProps {
  /** Makes the whole card one thing to tap. */
  onPress?: () => void
  /** What a screen reader says for a card that can be tapped; else it reads the words inside. */
  label?: string
  tint?: 'blue' | 'green' | 'amber' | 'red' | 'violet' | undefined
}

/** A white surface that holds what belongs together. */
export const Card = ({ onPress, label, tint, children }: PropsWithChildren<CardProps>) => {
  const className = classNames(styles.card, tint && styles[tint])
  if (!onPress) return <View className={className}>{children}</View>
  return (
    <Pressable onPress={onPress} label={label} kind='link' className={classNames(className, styles.tappable)}>
      {children}
    </Pressable>
  )
}

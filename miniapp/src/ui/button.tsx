import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import styles from './button.module.scss'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'
import { Pressable } from './pressable'

interface ButtonProps {
  children: ReactNode
  onPress: () => void
  /** `primary`: the one main action of a page. `plain`: beside it. `danger`: cannot be undone. `quiet`: text only. */
  kind?: 'primary' | 'plain' | 'danger' | 'quiet'
  icon?: IconName
  isDisabled?: boolean
  /** Working: keeps its place, cannot be pressed again. */
  isBusy?: boolean
  /** As wide as its container. */
  isWide?: boolean
  /** `start`: words at the left, for ways one below another. `stacked`: the icon above, for tools side by side. */
  shape?: 'start' | 'stacked'
  /** Only when the visible words are not enough: it must begin with them. */
  label?: string
}

export const Button = ({
  children,
  onPress,
  kind = 'plain',
  icon,
  isDisabled = false,
  isBusy = false,
  isWide = false,
  shape,
  label,
}: ButtonProps) => (
  <Pressable
    onPress={onPress}
    isDisabled={isDisabled || isBusy}
    busy={isBusy || undefined}
    label={label}
    className={classNames(
      styles.button,
      styles[kind],
      isWide && styles.wide,
      shape && styles[shape],
      (isDisabled || isBusy) && styles.disabled,
    )}
  >
    {icon && <Icon name={icon} className={styles.icon} />}
    <Text className={styles.words}>{children}</Text>
  </Pressable>
)

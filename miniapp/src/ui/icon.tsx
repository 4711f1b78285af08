import { View } from '@tarojs/components'
import { a11y } from './a11y'
import { classNames } from './class-names'
import styles from './icon.module.scss'

export type IconName =
  | 'alert'
  | 'back'
  | 'bell'
  | 'bench'
  | 'book'
  | 'bowl'
  | 'calendar'
  | 'camera'
  | 'check'
  | 'child'
  | 'clock'
  | 'close'
  | 'cross'
  | 'down'
  | 'edit'
  | 'filter'
  | 'flame'
  | 'forward'
  | 'home'
  | 'image'
  | 'inbox'
  | 'letters'
  | 'list'
  | 'lock'
  | 'microphone'
  | 'minus'
  | 'person'
  | 'phone'
  | 'pin'
  | 'play'
  | 'plus'
  | 'refresh'
  | 'search'
  | 'send'
  | 'shield'
  | 'speech'
  | 'star'
  | 'star-full'
  | 'stop'
  | 'undo'
  | 'wifi-off'
  | 'wind'

interface IconProps {
  name: IconName
  /** A name of its own; without one the icon is decoration and screen readers pass it by. */
  label?: string
  className?: string | undefined
}

/** A line drawing in the colour of the text around it. */
export const Icon = ({ name, label, className }: IconProps) => (
  <View
    className={classNames(styles.icon, styles[name], className)}
    {...(label ? a11y({ role: 'img', label }) : a11y({ hidden: true }))}
  />
)

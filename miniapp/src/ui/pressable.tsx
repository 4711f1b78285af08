import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { a11y, type Semantics } from './a11y'

interface PressableProps extends Omit<Semantics, 'disabled' | 'role'> {
  /** What it is to a screen reader. */
  kind?: 'button' | 'link' | 'radio' | 'tab' | 'checkbox'
  onPress: () => void
  className?: string | undefined
  isDisabled?: boolean | undefined
}

interface KeyPress {
  key: string
  preventDefault: () => void
}

/** Anything that can be tapped: a role, a name, and on the web Enter and Space as well. */
export const Pressable = ({
  onPress,
  className,
  isDisabled = false,
  children,
  kind = 'button',
  ...semantics
}: PropsWithChildren<PressableProps>) => {
  const press = () => {
    if (!isDisabled) onPress()
  }
  const onKeyDown = (event: KeyPress) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    press()
  }
  return (
    <View
      {...(className ? { className } : {})}
      {...a11y({ role: kind, ...semantics, disabled: isDisabled || undefined })}
      {...(process.env.TARO_ENV === 'h5' ? { tabIndex: 0, onKeyDown } : {})}
      onClick={press}
    >
      {children}
    </View>
  )
}

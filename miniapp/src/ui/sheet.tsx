import { View } from '@tarojs/components'
import { type PropsWithChildren, useEffect } from 'react'
import { useText } from '../platform/i18n/text'
import { a11y } from './a11y'
import { Button } from './button'
import styles from './sheet.module.scss'
import { SHEET_ID, useSheetFocus } from './sheet-focus'
import { hideToast } from './toast'
import { uiText } from './ui.text'

interface SheetProps {
  isOpen: boolean
  title: string
  onClose: () => void
  /** What closing means, when it is more than closing. */
  closeWords?: string
}

/** Comes up from the bottom over the page; the close button is at the bottom centre. On the web Escape closes it too. */
export const Sheet = ({ isOpen, title, onClose, closeWords, children }: PropsWithChildren<SheetProps>) => {
  const t = useText(uiText)
  useSheetFocus(isOpen, onClose)
  useEffect(() => {
    if (isOpen) hideToast()
  }, [isOpen])
  if (!isOpen) return null
  return (
    <View className={styles.cover} catchMove>
      <View className={styles.sheet} id={SHEET_ID} {...a11y({ role: 'dialog', modal: true, label: title })}>
        <View className={styles.title} {...a11y({ role: 'heading', level: 2 })}>
          {title}
        </View>
        <View className={styles.body}>{children}</View>
        <Button icon='close' kind='plain' isWide onPress={onClose}>
          {closeWords ?? t('close')}
        </Button>
      </View>
    </View>
  )
}

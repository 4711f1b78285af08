import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { create } from 'zustand'
import { useText } from '../platform/i18n/text'
import { a11y } from './a11y'
import { Icon } from './icon'
import { Pressable } from './pressable'
import styles from './toast.module.scss'
import { uiText } from './ui.text'

/** Long enough to read slowly (the accessibility rule asks for 5 s or a way to dismiss it; here are both). */
const SHOWN_MS = 6000

const useToast = create<{ words: string | null }>()(() => ({ words: null }))

/** Says one short sentence at the bottom of whatever page is open. */
export const showToast = (words: string): void => useToast.setState({ words })

/** Takes the sentence away: what opens now needs its place. */
export const hideToast = (): void => useToast.setState({ words: null })

/** Where toasts appear; every Page has one. */
export const ToastPlace = () => {
  const t = useText(uiText)
  const words = useToast((toast) => toast.words)
  useEffect(() => {
    if (words === null) return undefined
    const timer = setTimeout(() => useToast.setState({ words: null }), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <View {...a11y({ role: 'status', live: 'polite' })}>
      {words !== null && (
        <View className={styles.toast}>
          <Text className={styles.words}>{words}</Text>
          <Pressable label={t('close')} onPress={() => useToast.setState({ words: null })} className={styles.close}>
            <Icon name='close' />
          </Pressable>
        </View>
      )}
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type PropsWithChildren, type ReactNode, useEffect } from 'react'
import { useDisplaySettings } from '../platform/display-settings'
import { useText } from '../platform/i18n/text'
import { goBack } from '../platform/navigation'
import { useNetwork } from '../platform/network-state'
import { a11y } from './a11y'
import { ActingBanner, useOwnBusiness } from './acting-banner'
import { CallButton } from './call-button'
import { classNames } from './class-names'
import { Icon } from './icon'
import styles from './page.module.scss'
import { Pressable } from './pressable'
import { PrivacyPopup } from './privacy-popup'
import { ToastPlace } from './toast'
import { uiText } from './ui.text'

interface PageProps {
  /** Where am I. */
  title: string
  /** Beside the title: switches of the whole app. */
  headerEnd?: ReactNode
  /** The one primary action, always at the bottom right. */
  action?: ReactNode
  /** A first page has no way back. */
  isRoot?: boolean
  /** Uses the whole width of a desktop (up to 1440 px) instead of one column of 720 px. */
  isWide?: boolean
  /** A page of the staff desk: nobody works there for somebody else, so opening it ends acting. */
  isDesk?: boolean
  /** A page of the counter: the clock of its session says whose business it is, and how it ends. */
  isCounter?: boolean
}

/**
 * The frame of every page: title and way back, whose business it is, offline strip, content, and at the bottom 「打电话找人」 on the
 * left and the primary action on the right. It sets 长辈版, the text step and Tibetan on everything inside.
 */
export const Page = ({
  title,
  headerEnd,
  action,
  isRoot = false,
  isWide = false,
  isDesk = false,
  isCounter = false,
  children,
}: PropsWithChildren<PageProps>) => {
  const t = useText(uiText)
  const language = useDisplaySettings((settings) => settings.language)
  const isElderMode = useDisplaySettings((settings) => settings.isElderMode)
  const textStep = useDisplaySettings((settings) => settings.textStep)
  const isOnline = useNetwork((network) => network.isOnline)
  useEffect(() => void Taro.setNavigationBarTitle({ title }), [title])
  useOwnBusiness(isDesk)
  const hasBack = !isRoot && process.env.TARO_ENV === 'h5' // WeChat draws its own
  return (
    <View
      className={classNames(
        'lb-root',
        isElderMode && 'lb-elder',
        textStep !== 'standard' && `lb-${textStep}`,
        language === 'bo' && 'lb-bo',
        styles.page,
        isWide && styles.wide,
      )}
      {...(process.env.TARO_ENV === 'h5' ? { lang: language === 'bo' ? 'bo' : 'zh-CN' } : {})}
    >
      <View className={styles.header} {...a11y({ role: 'banner' })}>
        <View className={styles.headerRow}>
          {hasBack && (
            <Pressable label={t('back')} onPress={goBack} className={styles.back}>
              <Icon name='back' />
            </Pressable>
          )}
          <View className={styles.title} {...a11y({ role: 'heading', level: 1 })}>
            {title}
          </View>
        </View>
        {headerEnd && <View className={styles.headerEnd}>{headerEnd}</View>}
      </View>
      <ActingBanner isSaidBelow={isCounter} />
      {!isOnline && (
        <View className={styles.offline} {...a11y({ role: 'status', live: 'polite' })}>
          <Icon name='wifi-off' />
          <Text>{t('offline')}</Text>
        </View>
      )}
      <View className={styles.main} {...a11y({ role: 'main' })}>
        {children}
      </View>
      <View className={styles.bar} {...a11y({ role: 'contentinfo' })}>
        <View className={styles.barRow}>
          <View className={styles.help}>
            <CallButton />
          </View>
          {action && <View className={styles.action}>{action}</View>}
        </View>
      </View>
      <PrivacyPopup />
      <ToastPlace />
    </View>
  )
}

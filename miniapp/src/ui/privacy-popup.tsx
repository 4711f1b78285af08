import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useText } from '../platform/i18n/text'
import { openPage } from '../platform/navigation'
import { answerPrivacy, reportExposure, usePrivacyQuestion } from '../platform/privacy-question'
import { openPrivacyGuide } from '../platform/watch-privacy'
import { AgreeButton } from './agree-button'
import { Button } from './button'
import { privacyText } from './privacy.text'
import { needOf } from './privacy-needs'
import styles from './privacy-popup.module.scss'
import { Sheet } from './sheet'
import { showToast } from './toast'

/**
 * WeChat's question before something private, on the page that was open when it was asked. No closes it: what asked fails
 * and says what else can be done. The person may read first; the question waits below.
 */
export const PrivacyPopup = () => {
  const t = useText(privacyText)
  // Which of the open pages this is: the top one, at the time at which it is drawn first.
  const [depth] = useState(() => Taro.getCurrentPages().length)
  const waiting = usePrivacyQuestion((question) => question.waiting)
  const isMine = usePrivacyQuestion((question) => question.waiting.length > 0 && question.depth === depth)
  const guide = usePrivacyQuestion((question) => question.guideName.replace(/[《》]/g, '')) || t('guide')
  useEffect(() => {
    if (isMine) reportExposure()
  }, [isMine, waiting])
  useEffect(() => {
    if (!isMine) return undefined
    // Whoever leaves the page has not said yes.
    return () => answerPrivacy('disagree')
  }, [isMine])
  if (!isMine) return null
  const need = needOf(waiting[0]?.referrer ?? '')
  return (
    <Sheet isOpen title={t('title')} closeWords={t('refuse')} onClose={() => answerPrivacy('disagree')}>
      <View className={styles.line}>{t('need', { what: t(need), guide })}</View>
      <View className={styles.line}>{t(`${need}Else`)}</View>
      <View className={styles.ways}>
        <Button kind='quiet' onPress={() => openPrivacyGuide(() => showToast(t('guideFailed')))}>
          {t('seeGuide', { guide })}
        </Button>
        <Button kind='quiet' onPress={() => openPage('privacy/pages/policy/index')}>
          {t('seePolicy')}
        </Button>
        <AgreeButton words={t('agree')} onAgree={() => answerPrivacy('agree')} />
      </View>
    </Sheet>
  )
}

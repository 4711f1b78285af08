import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import styles from '../people.module.scss'
import { signInText } from '../sign-in.text'

interface WechatWayProps {
  error: unknown
  /** The other way, where this server has it. */
  onPhone: (() => void) | undefined
}

/** Inside WeChat one tap is enough; whom WeChat does not let in has the telephone. */
export const WechatWay = ({ error, onPhone }: WechatWayProps) => {
  const t = useText(signInText)
  return (
    <Section title={t('withWechat')}>
      <View className={styles.hint}>{t('withWechatHint')}</View>
      {Boolean(error) && <ErrorNotice error={error} />}
      {onPhone && (
        <Button icon='phone' isWide onPress={onPhone}>
          {t('withPhone')}
        </Button>
      )}
    </Section>
  )
}

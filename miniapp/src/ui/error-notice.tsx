import { Text, View } from '@tarojs/components'
import { CallError } from '../platform/call-error'
import { useText } from '../platform/i18n/text'
import { a11y } from './a11y'
import { Button } from './button'
import styles from './error-notice.module.scss'
import { Icon } from './icon'
import { uiText } from './ui.text'

interface ErrorNoticeProps {
  /** Whatever was thrown; a CallError says the server's own sentence. */
  error: unknown
  /** Try the same again; left out where that cannot help. */
  onRetry?: () => void
}

/** What happened, what is safe, what to do; the request id in small type for whoever helps. */
export const ErrorNotice = ({ error, onRetry }: ErrorNoticeProps) => {
  const t = useText(uiText)
  const call = error instanceof CallError ? error : undefined
  const isUnreachable = call?.code === 'network_unreachable'
  const title = isUnreachable ? t('unreachable') : call?.message || t('failed')
  const next = isUnreachable ? t('unreachableNext') : call?.message ? undefined : t('failedNext')
  return (
    <View className={styles.notice} {...a11y({ role: 'alert' })}>
      <View className={styles.title}>
        <Icon name={isUnreachable ? 'wifi-off' : 'alert'} className={styles.icon} />
        <Text>{title}</Text>
      </View>
      {next && <View>{next}</View>}
      {onRetry && (
        <View className={styles.retry}>
          <Button icon='refresh' onPress={onRetry}>
            {t('retry')}
          </Button>
        </View>
      )}
      {call?.requestId && <View className={styles.requestId}>{t('requestId', { id: call.requestId })}</View>}
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { stopActing } from '../platform/acting'
import { CallError, wordsRefusedBecause } from '../platform/call-error'
import { useText } from '../platform/i18n/text'
import { useSession } from '../platform/session'
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

/** Refused because of whom it is for: repeating it cannot help, ending it can. */
const REFUSED_FOR_THEM = new Set<unknown>(['proxy_grant_missing', 'proxy_power_missing', 'not_delegable'])

/** What happened, what is safe, what to do; the request id in small type for whoever helps. */
export const ErrorNotice = ({ error, onRetry }: ErrorNoticeProps) => {
  const t = useText(uiText)
  const actingFor = useSession((session) => session.actingFor)
  const call = error instanceof CallError ? error : undefined
  const isRefusedForThem = actingFor !== null && REFUSED_FOR_THEM.has(call?.code)
  const isUnreachable = call?.code === 'network_unreachable'
  const title = isUnreachable ? t('unreachable') : wordsRefusedBecause(error) + (call?.message ?? '') || t('failed')
  const next = isUnreachable ? t('unreachableNext') : call?.message ? undefined : t('failedNext')
  return (
    <View className={styles.notice} {...a11y({ role: 'alert' })}>
      <View className={styles.title}>
        <Icon name={isUnreachable ? 'wifi-off' : 'alert'} className={styles.icon} />
        <Text>{title}</Text>
      </View>
      {next && <View>{next}</View>}
      {isRefusedForThem && (
        <View className={styles.retry}>
          <Button onPress={stopActing}>{t('stopForThem', { name: actingFor.name })}</Button>
        </View>
      )}
      {onRetry && !isRefusedForThem && (
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

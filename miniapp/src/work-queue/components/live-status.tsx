import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Icon, type IconName } from '../../ui/icon'
import { inboxText } from '../inbox.text'
import { POLLING_REFRESH_MS, type LiveStatus as Status, useLiveStatus } from '../live/live-state'
import styles from './live-status.module.scss'

const ICON_OF_STATUS: Record<Status, IconName> = { live: 'check', polling: 'refresh', offline: 'wifi-off' }

/** 「实时」, 「每20秒刷新」 or 「没有网络」: whether what is shown can be trusted to be new. */
export const LiveStatus = () => {
  const t = useText(inboxText)
  const status = useLiveStatus()
  const words = status === 'polling' ? t('polling', { seconds: POLLING_REFRESH_MS / 1000 }) : t(status)
  return (
    <View className={styles.status} {...a11y({ role: 'status', live: 'polite' })}>
      <Icon name={ICON_OF_STATUS[status]} className={styles.icon} />
      <Text>{words}</Text>
    </View>
  )
}

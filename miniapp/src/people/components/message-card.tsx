import type { InboxMessage } from '@little-bench/shared/notifications/contract'
import { View } from '@tarojs/components'
import { spokenDateTime } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { StatusChip } from '../../ui/status-chip'
import styles from '../people.module.scss'
import { peopleText } from '../people.text'

interface MessageCardProps {
  message: InboxMessage
  onPress: () => void
}

/** One message: what happened and when; unread ones carry a word, not only a colour. */
export const MessageCard = ({ message, onPress }: MessageCardProps) => {
  const t = useText(peopleText)
  const language = useDisplaySettings((settings) => settings.language)
  const isUnread = message.readAt === null
  return (
    <Card onPress={onPress}>
      <View className={styles.head}>
        <View className={styles.caption}>{spokenDateTime(message.createdAt, language)}</View>
        {isUnread && <StatusChip word={t('new')} tone='waiting' icon='bell' />}
      </View>
      <View>{message.text}</View>
    </Card>
  )
}

import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Dialog } from '../../ui/dialog'
import { conversationText } from '../conversation.text'
import type { WorkItem } from '../work-item.api'
import styles from './conversation.module.scss'

interface ReplyConfirmProps {
  item: WorkItem
  body: string
  /** How many photos go with it. */
  photos: number
  isBusy: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Names everybody who will read it, and shows the words once more as they will arrive. */
export const ReplyConfirm = ({ item, body, photos, ...dialog }: ReplyConfirmProps) => {
  const t = useText(conversationText)
  const count = item.duplicates.length
  return (
    <Dialog isOpen title={t('replyConfirm')} confirmWords={t('replySend')} {...dialog}>
      <View>{t('replyReader', { name: item.requesterName })}</View>
      <View className={styles.quoted}>{body}</View>
      {photos > 0 && <View>{t('replyPhotos', { count: photos })}</View>}
      {count > 0 && <View className={styles.strong}>{t('replyDuplicates', { count })}</View>}
      <View>{t('replyUndo')}</View>
    </Dialog>
  )
}

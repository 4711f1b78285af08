import { WAITLIST_REASONS, WAITLIST_TEXT } from '@little-bench/shared/scheduling/waitlist'
import { View } from '@tarojs/components'
import { useText } from '../platform/i18n/text'
import { a11y } from '../ui/a11y'
import { Card } from '../ui/card'
import styles from './scheduling.module.scss'
import { schedulingText } from './scheduling.text'

/** Where somebody stands, why there, and the whole order as it is published. */
export const WaitlistCard = ({ place }: { place: { position: number; reason: string } }) => {
  const t = useText(schedulingText)
  return (
    <Card tint='blue'>
      <View className={styles.strong}>{t('position', { position: place.position })}</View>
      <View>{t('positionWhy', { reason: place.reason })}</View>
      <WaitlistOrder />
    </Card>
  )
}

/** Who is asked before whom; read also before somebody decides to wait. */
export const WaitlistOrder = () => {
  const t = useText(schedulingText)
  const tReason = useText(WAITLIST_TEXT)
  return (
    <View className={styles.order}>
      <View className={styles.caption}>{t('order')}</View>
      <View {...a11y({ role: 'list', label: t('order') })}>
        {WAITLIST_REASONS.map((reason, index) => (
          <View key={reason} {...a11y({ role: 'listitem' })}>
            {index + 1}. {tReason(reason)}
          </View>
        ))}
      </View>
    </View>
  )
}

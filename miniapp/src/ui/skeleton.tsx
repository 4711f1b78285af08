import { View } from '@tarojs/components'
import { useText } from '../platform/i18n/text'
import { a11y } from './a11y'
import styles from './skeleton.module.scss'
import { uiText } from './ui.text'

interface SkeletonProps {
  /** How many cards will come, about. */
  cards?: number
}

/** The shape of what comes, while it loads. */
export const Skeleton = ({ cards = 2 }: SkeletonProps) => {
  const t = useText(uiText)
  return (
    <View {...a11y({ role: 'status', busy: true, label: t('loading') })}>
      {Array.from({ length: cards }, (_, index) => (
        <View key={index} className={styles.card}>
          <View className={styles.title} />
          <View className={styles.line} />
          <View className={styles.line} />
        </View>
      ))}
    </View>
  )
}

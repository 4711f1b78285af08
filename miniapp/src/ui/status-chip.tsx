import { Text, View } from '@tarojs/components'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'
import styles from './status-chip.module.scss'

/** good: done. waiting: in hand. soon: due soon. late: late or danger. plain: ended without result. */
export type StatusTone = 'good' | 'waiting' | 'soon' | 'late' | 'plain'

const ICON_OF_TONE: Record<StatusTone, IconName> = {
  good: 'check',
  waiting: 'clock',
  soon: 'bell',
  late: 'alert',
  plain: 'undo',
}

interface StatusChipProps {
  word: string
  tone: StatusTone
  icon?: IconName
}

/** One word of status, with an icon: colour is never alone. */
export const StatusChip = ({ word, tone, icon = ICON_OF_TONE[tone] }: StatusChipProps) => (
  <View className={classNames(styles.chip, styles[tone])}>
    <Icon name={icon} className={styles.icon} />
    <Text className={styles.word}>{word}</Text>
  </View>
)

import type { Audience } from '@little-bench/shared/work-queue/events'
import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/icon'
import { moveText } from '../move.text'
import styles from './audience-notice.module.scss'

/** Who will read the words below, by icon, colour and sentence, before the first letter is typed. */
export const AudienceNotice = ({ audience }: { audience: Audience }) => {
  const t = useText(moveText)
  const isStaffOnly = audience === 'staff'
  return (
    <View className={classNames(styles.notice, isStaffOnly ? styles.staff : styles.resident)}>
      <Icon name={isStaffOnly ? 'lock' : 'send'} className={styles.icon} />
      <View className={styles.words}>
        <Text className={styles.title}>{t(isStaffOnly ? 'staffReads' : 'residentReads')}</Text>
        <Text>{t(isStaffOnly ? 'staffReadsAbout' : 'residentReadsAbout')}</Text>
      </View>
    </View>
  )
}

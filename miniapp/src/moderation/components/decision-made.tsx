import { View } from '@tarojs/components'
import { spokenDateTime } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { StatusChip } from '../../ui/status-chip'
import type { HeldContent } from '../moderation.api'
import styles from '../moderation.module.scss'
import { moderationText } from '../moderation.text'

/** What was decided, why, by whom and when. */
export const DecisionMade = ({ decision }: { decision: NonNullable<HeldContent['decision']> }) => {
  const t = useText(moderationText)
  const language = useDisplaySettings((settings) => settings.language)
  const { isShown, reason, byName: name, at } = decision
  return (
    <View className={styles.decision}>
      <StatusChip word={t(isShown ? 'isShown' : 'isRefused')} tone={isShown ? 'good' : 'plain'} />
      {reason && <View>{t('because', { reason: t(reason) })}</View>}
      <View className={styles.caption}>{t('decidedBy', { name, when: spokenDateTime(at, language) })}</View>
    </View>
  )
}

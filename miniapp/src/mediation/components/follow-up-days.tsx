import { View } from '@tarojs/components'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { Section } from '../../ui/section'
import { caseText } from '../case.text'
import styles from '../mediation.module.scss'

/** When somebody asks how the agreement holds. */
export const FollowUpDays = ({ days }: { days: readonly string[] }) => {
  const t = useText(caseText)
  if (days.length === 0) return null
  return (
    <Section title={t('followUps')}>
      <Card>
        {days.map((day) => (
          <View key={day} className={styles.line}>
            {t('followUpOn', { date: dateInSentence(day) })}
          </View>
        ))}
      </Card>
    </Section>
  )
}

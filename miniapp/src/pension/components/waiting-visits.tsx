import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Empty } from '../../ui/empty'
import { Section } from '../../ui/section'
import styles from '../plan.module.scss'
import { planText } from '../plan.text'
import { withVisit } from '../plan-draft'
import type { Plan } from '../use-plan'
import { CandidateRow } from './candidate-row'

interface WaitingVisitsProps {
  plan: Plan
  on: string
  /** Minutes since midnight that have passed already. */
  notBefore: number
  /** Somebody to go is chosen. */
  canAdd: boolean
}

/** Who waits for a visit, courtyard by courtyard. */
export const WaitingVisits = ({ plan, on, notBefore, canAdd }: WaitingVisitsProps) => {
  const t = useText(planText)
  const { courtyards, waitingCount, entries, change } = plan
  return (
    <View className={styles.column}>
      <Section title={t('waiting', { count: waitingCount })}>
        <View className={styles.hint}>{t('waitingWords')}</View>
        {waitingCount === 0 && <Empty icon='check' title={t('none')} next={t('noneNext')} />}
        {courtyards.map(({ placeName, visits }) => (
          <View key={placeName}>
            <View className={styles.name} {...a11y({ role: 'heading', level: 3 })}>
              {t('courtyard', { place: placeName, count: visits.length })}
            </View>
            <View {...a11y({ role: 'list', label: placeName })}>
              {visits.map((candidate) => (
                <CandidateRow
                  key={candidate.id}
                  candidate={candidate}
                  on={on}
                  canAdd={canAdd}
                  onAdd={() => change(withVisit(entries, candidate, notBefore))}
                />
              ))}
            </View>
          </View>
        ))}
      </Section>
    </View>
  )
}

import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import styles from '../plan.module.scss'
import { planText } from '../plan.text'
import { moved, retimed, withoutVisit } from '../plan-draft'
import type { Plan } from '../use-plan'
import { PlanEntryRow } from './plan-entry-row'

/** The round as it is being planned, in its order, with how much fits into a day. */
export const PlannedRound = ({ plan }: { plan: Plan }) => {
  const t = useText(planText)
  const { entries, capacity, change, goneIds, wrongTimes, isChanged, hasTried } = plan
  const count = entries.length + plan.beenCount
  const over = capacity === undefined ? 0 : Math.max(0, count - capacity)
  return (
    <Section title={t('round')}>
      <View className={styles.hint} {...a11y({ role: 'status', live: 'polite' })}>
        {capacity === undefined ? t('counted', { count }) : t('capacity', { count, capacity })}
      </View>
      {over > 0 && <Card tint='red'>{t('tooMany', { count: over })}</Card>}
      {count === 0 && <Empty icon='list' title={t('empty')} next={t('emptyNext')} />}
      <View {...a11y({ role: 'list', label: t('round') })}>
        {entries.map((entry, index) => (
          <PlanEntryRow
            key={entry.visitId}
            entry={entry}
            index={index}
            isLast={index === entries.length - 1}
            isGone={goneIds.includes(entry.visitId)}
            isTimeWrong={wrongTimes.includes(entry.visitId)}
            onMove={(by) => change(moved(entries, index, by))}
            onTakeOff={() => change(withoutVisit(entries, entry.visitId))}
            onTimes={(times) => change(retimed(entries, entry.visitId, times))}
          />
        ))}
      </View>
      {hasTried && goneIds.length > 0 && <Card tint='red'>{t('goneError', { count: goneIds.length })}</Card>}
      {plan.saveError !== null && <ErrorNotice error={plan.saveError} />}
      {isChanged && (
        <View className={styles.ways}>
          <View>{t('unsaved')}</View>
          <Button icon='undo' onPress={plan.reset}>
            {t('reset')}
          </Button>
        </View>
      )}
    </Section>
  )
}

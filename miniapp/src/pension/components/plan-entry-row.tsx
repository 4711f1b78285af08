import { minuteOf } from '@little-bench/shared/kernel/time'
import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { DayInput } from '../../ui/day-input'
import { StatusChip } from '../../ui/status-chip'
import styles from '../plan.module.scss'
import { planText } from '../plan.text'
import { clockOf, type PlanEntry } from '../plan-draft'

interface PlanEntryRowProps {
  entry: PlanEntry
  index: number
  isLast: boolean
  /** It was cancelled, or planned by somebody else, since it was put here. */
  isGone: boolean
  isTimeWrong: boolean
  onMove: (by: -1 | 1) => void
  onTakeOff: () => void
  onTimes: (times: Partial<Pick<PlanEntry, 'from' | 'until'>>) => void
}

/** One visit in its place in the round, with its times; moved by buttons, never by dragging alone. */
export const PlanEntryRow = (props: PlanEntryRowProps) => {
  const { entry, index, isLast, isGone, isTimeWrong, onMove, onTakeOff, onTimes } = props
  const t = useText(planText)
  const { name, placeName, from, until } = entry
  const time = (words: string, then: (minute: number) => void) => {
    if (words !== '') then(minuteOf(words))
  }
  return (
    <View className={classNames(styles.entry, isGone && styles.gone)} {...a11y({ role: 'listitem' })}>
      <View className={styles.head}>
        <Text className={styles.name}>{t('entry', { number: index + 1, name })}</Text>
        {isGone && <StatusChip word={t('gone')} tone='late' />}
      </View>
      <View className={styles.line}>{placeName}</View>
      <View className={styles.times}>
        <View className={styles.time}>
          <DayInput
            kind='time'
            label={t('fromOf', { name })}
            value={clockOf(from)}
            onChange={(words) => time(words, (minute) => onTimes({ from: minute }))}
          />
        </View>
        <View className={styles.time}>
          <DayInput
            kind='time'
            label={t('untilOf', { name })}
            value={clockOf(until)}
            onChange={(words) => time(words, (minute) => onTimes({ until: minute }))}
            error={isTimeWrong ? t('timesWrong') : undefined}
          />
        </View>
      </View>
      <View className={styles.row}>
        <Button label={t('earlierOf', { name })} isDisabled={index === 0} onPress={() => onMove(-1)}>
          {t('earlier')}
        </Button>
        <Button label={t('laterOf', { name })} isDisabled={isLast} onPress={() => onMove(1)}>
          {t('later')}
        </Button>
        <Button icon='close' label={t('takeOffOf', { name })} onPress={onTakeOff}>
          {t('takeOff')}
        </Button>
      </View>
    </View>
  )
}

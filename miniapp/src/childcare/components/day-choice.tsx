import { addDays, type ServiceDate } from '@little-bench/shared/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { DayStrip } from '../../ui/day-strip'
import { CHILDCARE_DAYS } from '../childcare.api'
import styles from '../childcare.module.scss'
import { childcareText } from '../childcare.text'

interface DayChoiceProps {
  today: ServiceDate
  value: ServiceDate
  onChange: (day: ServiceDate) => void
  /** Nothing is offered on the chosen day. */
  isClosed: boolean
  /** The first day with a place; undefined without one. */
  firstFree: ServiceDate | undefined
}

const WEEK = 7

/** A week of days, the next one on demand, and from a closed day the way to one with a place. */
export const DayChoice = ({ today, value, onChange, isClosed, firstFree }: DayChoiceProps) => {
  const t = useText(childcareText)
  const [isAll, setAll] = useState(false)
  const isLater = isAll || value >= addDays(today, WEEK)
  return (
    <>
      <View className={styles.name}>{t('day')}</View>
      <DayStrip
        label={t('day')}
        today={today}
        days={isLater ? CHILDCARE_DAYS : WEEK}
        value={value}
        onChange={onChange}
      />
      {!isLater && (
        <View className={styles.lines}>
          <Button kind='quiet' icon='calendar' onPress={() => setAll(true)}>
            {t('laterDays')}
          </Button>
        </View>
      )}
      {isClosed && (
        <Card tint='amber'>
          <View>{t('closedDay', { day: dateInSentence(value) })}</View>
          {firstFree === undefined ? (
            <View>{t('noFree')}</View>
          ) : (
            <View className={styles.ways}>
              <Button icon='calendar' onPress={() => onChange(firstFree)}>
                {t('nextFree', { day: dateInSentence(firstFree) })}
              </Button>
            </View>
          )}
        </Card>
      )}
    </>
  )
}

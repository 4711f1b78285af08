import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { ColumnChart } from '../../ui/chart'
import { DataTable } from '../../ui/data-table'
import { Section } from '../../ui/section'
import { Tabs } from '../../ui/tabs'
import { figuresText } from '../figures.text'
import { countedWords, monthWords, percentOf, rateWords, shortMonthWords, trendOf } from '../figures-words'
import type { MonthFigures, Rate } from '../oversight.api'
import styles from './figures.module.scss'

/** One rate over six months, drawn, and below it the same numbers as a table. */
export const RateTrend = ({ months }: { months: readonly MonthFigures[] }) => {
  const t = useText(figuresText)
  const rates = months[0]?.rates ?? []
  const [name, setName] = useState<Rate['rate']>('resolved_in_time')
  const trend = useMemo(() => trendOf(months, name), [months, name])
  const points = useMemo(
    () => trend.map(({ month, rate }) => ({ name: shortMonthWords(month, t), value: percentOf(rate) })),
    [trend, t],
  )
  const rateName = rates.find(({ rate }) => rate === name)?.name ?? ''
  const inWords = trend.map(({ month, rate }) =>
    t('trendMonth', { month: monthWords(month, t), value: rateWords(rate, t) }),
  )
  return (
    <Section title={t('trend')}>
      <Tabs
        label={t('trendOf')}
        tabs={rates.map((rate) => ({ value: rate.rate, name: rate.name }))}
        value={name}
        onChange={setName}
      />
      <View className={styles.chart}>
        <ColumnChart
          label={t('trendLabel', { rate: rateName, months: inWords.join('，') })}
          points={points}
          max={100}
          unit='%'
        />
      </View>
      <DataTable
        label={t('tableLabel', { rate: rateName })}
        columns={[t('tableMonth'), t('tableShare'), t('tableCounted')]}
        rows={trend.map(({ month, rate }) => ({
          key: month,
          head: monthWords(month, t),
          cells: [rateWords(rate, t), percentOf(rate) === null ? '' : countedWords(rate, t)],
        }))}
      />
    </Section>
  )
}

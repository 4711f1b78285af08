import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Section } from '../../ui/section'
import { figuresText } from '../figures.text'
import { countedWords, percentOf, rateWords } from '../figures-words'
import type { MonthFigures, Rate } from '../oversight.api'
import styles from './figures.module.scss'

interface MonthRatesProps {
  figures: MonthFigures
  smallestShown: number
}

/** The rates of one month, each with what is counted and what it is divided by; who did not rate stands apart. */
export const MonthRates = ({ figures: { rates, unrated }, smallestShown }: MonthRatesProps) => {
  const t = useText(figuresText)
  return (
    <Section title={t('rates')}>
      <View {...a11y({ role: 'list', label: t('rates') })}>
        {rates.map((rate) => (
          <RateCard key={rate.rate} rate={rate} />
        ))}
        <View className={styles.card} {...a11y({ role: 'listitem' })}>
          <View className={styles.head}>
            <Text className={styles.name}>{t('unrated')}</Text>
            <Text className={unrated === null ? styles.hidden : styles.value}>
              {unrated === null ? t('hidden') : t('unratedCount', { count: unrated })}
            </Text>
          </View>
          <View className={styles.definition}>{t('unratedAbout')}</View>
        </View>
      </View>
      <View className={styles.small}>{t('hiddenWhy', { smallest: smallestShown })}</View>
    </Section>
  )
}

const RateCard = ({ rate }: { rate: Rate }) => {
  const t = useText(figuresText)
  const isHidden = percentOf(rate) === null
  return (
    <View className={styles.card} {...a11y({ role: 'listitem' })}>
      <View className={styles.head}>
        <Text className={styles.name}>{rate.name}</Text>
        <Text className={isHidden ? styles.hidden : styles.value}>{rateWords(rate, t)}</Text>
      </View>
      {!isHidden && <View className={styles.counted}>{countedWords(rate, t)}</View>}
      <View className={styles.definition}>{rate.definition}</View>
    </View>
  )
}

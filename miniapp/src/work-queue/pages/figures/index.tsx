import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useMyCommunity } from '../../../communities'
import { spokenDateTime } from '../../../platform/dates'
import { useText } from '../../../platform/i18n/text'
import { a11y } from '../../../ui/a11y'
import { Button } from '../../../ui/button'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import styles from '../../components/figures.module.scss'
import { MonthRates } from '../../components/month-rates'
import { RateTrend } from '../../components/rate-trend'
import { figuresText } from '../../figures.text'
import { monthAfter, monthWords } from '../../figures-words'
import { moveFieldText } from '../../move-field.text'
import { type CommunityFigures, useCommunityFigures } from '../../oversight.api'

/** How a community did, month by month; anybody may look. */
export default function FiguresPage() {
  const t = useText(figuresText)
  const { communityId } = useRouter().params
  const mine = useMyCommunity()
  const [month, setMonth] = useState<string>()
  const figures = useCommunityFigures(communityId ?? mine.community?.id, month)
  const error = figures.error ?? (communityId === undefined ? mine.error : null)
  const retry = () => (figures.error ? void figures.refetch() : mine.retry())
  return (
    <Page title={t('title')}>
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {!figures.data && !error && <Skeleton cards={3} />}
      {figures.data && <Figures figures={figures.data} onChooseMonth={setMonth} />}
    </Page>
  )
}

interface FiguresProps {
  figures: CommunityFigures
  onChooseMonth: (month: string) => void
}

const Figures = ({ figures, onChooseMonth }: FiguresProps) => {
  const t = useText(figuresText)
  const serviceName = useText(moveFieldText)
  const { months, computedAt, communityName, smallestShown, services } = figures
  const [chosen] = months
  if (!chosen) return null
  const thisMonth = shanghaiTime(new Date(computedAt)).date.slice(0, 7)
  return (
    <>
      <View className={styles.about}>
        {t('about', {
          community: communityName,
          services: services.map((service) => `「${serviceName(service)}」`).join('、'),
        })}
      </View>
      <View className={styles.months}>
        <View className={styles.month} {...a11y({ live: 'polite' })}>
          {monthWords(chosen.month, t)}
        </View>
        <Button onPress={() => onChooseMonth(monthAfter(chosen.month, -1))}>{t('previousMonth')}</Button>
        <Button isDisabled={chosen.month >= thisMonth} onPress={() => onChooseMonth(monthAfter(chosen.month, 1))}>
          {t('nextMonth')}
        </Button>
      </View>
      <MonthRates figures={chosen} smallestShown={smallestShown} />
      <RateTrend months={months} />
      <View className={styles.small}>
        {t('computedAt', { when: { zh: spokenDateTime(computedAt, 'zh'), bo: spokenDateTime(computedAt, 'bo') } })}
      </View>
    </>
  )
}

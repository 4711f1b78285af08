import { inLanguage } from '@little-bench/shared/kernel/language'
import { isOpen } from '@little-bench/shared/work-queue/lifecycle'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Photos } from '../../files'
import { dayInSentence } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { type Translate, useText } from '../../platform/i18n/text'
import { yuanOf } from '../../platform/money'
import { Card } from '../../ui/card'
import { type Fact, FactList } from '../../ui/fact-list'
import { StatusChip } from '../../ui/status-chip'
import type { Work } from '../work.api'
import { workText } from '../work.text'
import { itemStatusText } from './item-status.text'
import styles from './work-cards.module.scss'

interface WorkCardsProps {
  works: readonly Work[]
  /** Below what is known of a work: a way to change it. */
  endOf?: (work: Work) => ReactNode
}

/** What is built or mended: each work with its own state, what it costs, who pays, and how it looked before and after. */
export const WorkCards = ({ works, endOf }: WorkCardsProps) =>
  works.map((work, index) => (
    // A neighbour is told no id.
    <WorkCard key={work.workItemId ?? index} work={work} end={endOf?.(work)} />
  ))

const WorkCard = ({ work, end }: { work: Work; end: ReactNode }) => {
  const t = useText(workText)
  const language = useDisplaySettings((settings) => settings.language)
  const money = moneyFacts(work, t, (date) => inLanguage(dayInSentence(date), language))
  const facts = [...placeFacts(work, t), ...money]
  const isBare = money.length === 0 && work.before.length + work.after.length === 0
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.title}>{work.title}</View>
        <WorkStatus work={work} />
      </View>
      {facts.length > 0 && <FactList facts={facts} />}
      {isBare && <View>{t('nothing')}</View>}
      <View className={styles.pair}>
        <Side name={t('before')} photos={work.before} />
        <Side name={t('after')} photos={work.after} />
      </View>
      {end}
    </Card>
  )
}

const WorkStatus = ({ work: { state, outcome } }: { work: Work }) => {
  const t = useText(itemStatusText)
  const isSolved = outcome === null || outcome === 'solved'
  const word = state === 'closed' ? t(outcome ?? 'solved') : t(state)
  return <StatusChip word={word} tone={isOpen(state) ? 'waiting' : isSolved ? 'good' : 'plain'} />
}

const Side = ({ name, photos }: { name: string; photos: Work['before'] }) =>
  photos.length > 0 && (
    <View className={styles.side}>
      <View className={styles.caption}>{name}</View>
      <Photos photos={photos} />
    </View>
  )

/** The title of a whole item names its place already. */
const placeFacts = ({ placeName, title }: Work, t: Translate<typeof workText>): Fact[] =>
  placeName === null || title.includes(placeName) ? [] : [{ name: t('place'), value: placeName }]

/** Cost, fund and day of decision in words. */
export const moneyFacts = (
  { costFen, fundSource, decidedOn }: Pick<Work, 'costFen' | 'fundSource' | 'decidedOn'>,
  t: Translate<typeof workText>,
  spoken: (date: string) => string,
): { name: string; value: string }[] => [
  ...(costFen === null ? [] : [{ name: t('cost'), value: yuanOf(costFen) }]),
  ...(fundSource === null ? [] : [{ name: t('fund'), value: fundSource }]),
  ...(decidedOn === null ? [] : [{ name: t('decided'), value: spoken(decidedOn) }]),
]

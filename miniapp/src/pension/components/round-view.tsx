import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateTimeInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useNetwork } from '../../platform/network-state'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Section } from '../../ui/section'
import type { VisitRound } from '../round.api'
import styles from '../round.module.scss'
import { roundText } from '../round.text'
import { isCalledOff } from '../round-lines'
import { useRoundDesk } from '../use-round-desk'
import { RoundLine } from './round-line'
import { RoundNotices } from './round-notices'
import { RoundPaper } from './round-paper'

interface RoundViewProps {
  communityId: string
  round: VisitRound
  isToday: boolean
  /** It could not be read again. */
  isStale: boolean
}

/** The visits of a day, courtyard by courtyard. */
export const RoundView = ({ communityId, round, isToday, isStale }: RoundViewProps) => {
  const t = useText(roundText)
  const isOnline = useNetwork((network) => network.isOnline)
  const [isPaper, setPaper] = useState(false)
  const { courtyards, writes, record } = useRoundDesk(communityId, round)
  const lines = courtyards.flatMap((courtyard) => courtyard.lines).filter((line) => !isCalledOff(line))
  const done = lines.filter(({ outcome }) => outcome !== null).length
  const { workItem } = round
  return (
    <>
      {(isStale || !isOnline) && (
        <View className={styles.notice}>{t('asOf', { at: dateTimeInSentence(round.at) })}</View>
      )}
      <RoundNotices writes={writes} />
      <View className={styles.hint}>{t(isToday ? 'logged' : 'onTheDay')}</View>
      <View className={styles.count} {...a11y({ role: 'status', live: 'polite' })}>
        {t('counts', { all: lines.length, done, left: lines.length - done })}
      </View>
      {courtyards.map(({ placeName, lines: ofPlace }) => (
        <Section key={placeName} title={t('courtyard', { place: placeName, count: ofPlace.length })}>
          <View {...a11y({ role: 'list', label: placeName })}>
            {ofPlace.map((line) => (
              <RoundLine key={line.visit.id} line={line} isToday={isToday} record={record} />
            ))}
          </View>
        </Section>
      ))}
      <View className={styles.ways}>
        <Button isWide icon='list' onPress={() => setPaper(!isPaper)}>
          {t('paper')}
        </Button>
        {workItem && (
          <Button
            isWide
            icon='inbox'
            onPress={() => openPage('work-queue/pages/item/index', { communityId, id: workItem.id })}
          >
            {t('toItem')}
          </Button>
        )}
      </View>
      {isPaper && <RoundPaper round={round} />}
    </>
  )
}

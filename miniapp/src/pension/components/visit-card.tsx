import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { useNow } from '../../platform/use-now'
import { a11y } from '../../ui/a11y'
import { BigCode } from '../../ui/big-code'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { Icon } from '../../ui/icon'
import { ReadAloud } from '../../ui/read-aloud'
import { StatusChip, type StatusTone } from '../../ui/status-chip'
import styles from '../pension.module.scss'
import type { Visit } from '../proof.api'
import { dayWords, minuteWords } from '../proof-words'
import { visitText } from '../visit.text'
import { Portrait } from './portrait'

const TONE: Record<Visit['state'], StatusTone> = {
  requested: 'waiting',
  planned: 'good',
  done: 'good',
  not_at_home: 'soon',
  needs_hospital: 'soon',
  refused: 'plain',
  cancelled: 'plain',
}

const HOW = ['codeHow1', 'codeHow2', 'codeHow3'] as const

/** Who comes, when, and the code that they must say: what somebody holds in their hand behind the door. */
export const VisitCard = ({ visit }: { visit: Visit }) => {
  const t = useText(visitText)
  const today = shanghaiTime(useNow()).date
  const { state, on, from, until, placeName, visitor, code } = visit
  const isPlanned = state === 'planned' && on !== null && from !== null && until !== null
  const spoken = [
    ...(isPlanned
      ? [t('day', { on: dayWords(on, today) }), t('window', { from: minuteWords(from), until: minuteWords(until) })]
      : []),
    ...(visitor ? [t('whoComes'), visitor.name] : []),
    t('code'),
    // One digit after the other.
    code?.split('').join(' '),
    ...HOW.map((line) => t(line)),
  ]
  return (
    <Card>
      <View className={styles.head}>
        <StatusChip word={t(state)} tone={TONE[state]} />
      </View>
      {isPlanned ? (
        <>
          <View className={styles.big}>{t('day', { on: dayWords(on, today) })}</View>
          <View className={styles.big}>{t('window', { from: minuteWords(from), until: minuteWords(until) })}</View>
        </>
      ) : (
        state !== 'planned' && <View className={styles.big}>{t(`${state}Words`)}</View>
      )}
      {visitor && <Visitor visitor={visitor} />}
      {isPlanned && visitor === null && <View className={styles.line}>{t('nobody')}</View>}
      {code !== null && (
        <View {...a11y({ role: 'group', label: t('code') })}>
          <BigCode name={t('code')} code={code} />
          {HOW.map((line) => (
            <View key={line} className={styles.mark}>
              <Icon name={line === 'codeHow3' ? 'shield' : 'lock'} />
              <Text>{t(line)}</Text>
            </View>
          ))}
        </View>
      )}
      {code !== null && <ReadAloud mustStayHere words={spoken} />}
      <FactList facts={[{ name: t('where'), value: placeName }]} />
    </Card>
  )
}

const Visitor = ({ visitor: { name, role, photoUrl } }: { visitor: NonNullable<Visit['visitor']> }) => {
  const t = useText(visitText)
  return (
    <View className={styles.visitor}>
      {photoUrl === null ? (
        <View className={styles.noPortrait}>
          <Icon name='person' />
        </View>
      ) : (
        <Portrait address={photoUrl} label={t('photo', { name })} className={styles.portrait} />
      )}
      <View className={styles.visitorWords}>
        <View className={styles.caption}>{t('whoComes')}</View>
        <View className={styles.big}>{name}</View>
        <View>{role}</View>
        {photoUrl === null && <View className={styles.caption}>{t('noPhoto')}</View>}
      </View>
    </View>
  )
}

import { VISIT_OUTCOMES } from '@little-bench/shared/pension/ways'
import { spokenPhone } from '@little-bench/shared/people/phone'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { callPhone } from '../../platform/call-phone'
import { clockInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { dropWrite } from '../../platform/waiting-writes'
import { a11y } from '../../ui/a11y'
import { BigCode } from '../../ui/big-code'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { StatusChip, type StatusTone } from '../../ui/status-chip'
import { showToast } from '../../ui/toast'
import { minuteWords } from '../proof-words'
import type { RoundVisit, VisitOutcome } from '../round.api'
import styles from '../round.module.scss'
import { roundText } from '../round.text'
import { isCalledOff, type RoundLine as Line } from '../round-lines'
import type { RoundDesk } from '../use-round-desk'
import { OutcomeSheet } from './outcome-sheet'

const TONE: Record<VisitOutcome, StatusTone> = {
  done: 'good',
  not_at_home: 'soon',
  needs_hospital: 'late',
  refused: 'plain',
}

interface RoundLineProps {
  line: Line
  isToday: boolean
  record: RoundDesk['record']
}

export const RoundLine = (props: RoundLineProps) =>
  isCalledOff(props.line) ? <CalledOff name={props.line.visit.name} /> : <Door {...props} />

const CalledOff = ({ name }: { name: string }) => {
  const t = useText(roundText)
  return (
    <View className={styles.visit} {...a11y({ role: 'listitem' })}>
      <View className={styles.head}>
        <Text className={styles.name}>{name}</Text>
        <StatusChip word={t('calledOff')} tone='plain' />
      </View>
      <View className={styles.line}>{t('calledOffWords')}</View>
    </View>
  )
}

/** One door of the round: who, whom to ring, what to say, and what became of it. */
const Door = ({ line, isToday, record }: RoundLineProps) => {
  const t = useText(roundText)
  const [asked, setAsked] = useState<VisitOutcome>()
  const { visit, outcome, write } = line
  const { name, from, until, phone } = visit
  const isWaiting = write?.state === 'waiting'
  const word = outcome === null ? t('todo') : t(outcome)
  const takeBack = () => {
    if (write) dropWrite(write.id)
    showToast(t('takenBack'))
  }
  return (
    <View className={styles.visit} {...a11y({ role: 'listitem' })}>
      <View className={styles.head}>
        <Text className={styles.name}>{name}</Text>
        <StatusChip
          word={isWaiting ? t('waits', { word }) : word}
          tone={outcome === null ? 'waiting' : isWaiting ? 'soon' : TONE[outcome]}
        />
      </View>
      <View className={styles.strong}>{t('at', { from: minuteWords(from), until: minuteWords(until) })}</View>
      {isToday && <AtTheDoor visit={visit} />}
      {isToday && outcome === null && visit.code !== null && (
        <View className={styles.code}>
          <BigCode name={t('sayCode')} code={visit.code} />
        </View>
      )}
      {outcome === null && visit.isLocked && (
        <View className={styles.notice}>
          <View className={styles.noticeWords}>
            <Icon name='lock' />
            <Text>{t('locked')}</Text>
          </View>
        </View>
      )}
      {isToday && phone !== null && (
        <Button
          icon='phone'
          isWide
          label={t('callOf', { phone: spokenPhone(phone), name })}
          onPress={() => callPhone(phone)}
        >
          {t('call', { phone: spokenPhone(phone) })}
        </Button>
      )}
      <Outcome line={line} />
      {isToday && outcome === null && (
        <View className={styles.outcomes}>
          {VISIT_OUTCOMES.map((each) => (
            <Button key={each} isWide label={t('outcomeOf', { outcome: t(each), name })} onPress={() => setAsked(each)}>
              {t(each)}
            </Button>
          ))}
        </View>
      )}
      {isWaiting && (
        <Button icon='undo' isWide label={t('takeBackOf', { name })} onPress={takeBack}>
          {t('takeBack')}
        </Button>
      )}
      {asked && (
        <OutcomeSheet
          name={name}
          outcome={asked}
          onSave={(note) => {
            record(visit, asked, note)
            setAsked(undefined)
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </View>
  )
}

const AtTheDoor = ({ visit: { door, phone, reasons, note, needsInterpreter } }: { visit: RoundVisit }) => {
  const t = useText(roundText)
  return (
    <>
      <View className={styles.line}>{door === null ? t('noDoor') : t('door', { door })}</View>
      {phone === null && <View className={styles.line}>{t('noPhone')}</View>}
      {reasons !== null && reasons.length > 0 && (
        <View className={styles.line}>{t('why', { reasons: reasons.map((reason) => t(reason)).join('、') })}</View>
      )}
      {note !== null && <View className={styles.line}>{t('note', { note })}</View>}
      {needsInterpreter && <View className={styles.strong}>{t('interpreter')}</View>}
    </>
  )
}

/** Who said what became of it; of two telephones both words stand here. */
const Outcome = ({ line: { visit, write, conflict } }: { line: Line }) => {
  const t = useText(roundText)
  if (conflict) {
    const { outcome, byName, at } = conflict.theirs
    return (
      <View {...a11y({ role: 'alert' })}>
        <View className={styles.notice}>
          <View>
            <View>{t('conflict', { theirs: t(outcome), who: byName, at: clockInSentence(at) })}</View>
            <View>{t('conflictYours', { yours: t(conflict.yours) })}</View>
          </View>
          <Button label={t('conflictOkOf', { name: visit.name })} onPress={() => write && dropWrite(write.id)}>
            {t('conflictOk')}
          </Button>
        </View>
      </View>
    )
  }
  if (!visit.outcome) return null
  const byAt = ({ isYours, byName, at }: Said) =>
    t('byAt', { who: isYours ? t('you') : byName, at: clockInSentence(at) })
  return (
    <>
      <View className={styles.caption}>{byAt(visit.outcome)}</View>
      {visit.others.map((other) => (
        <View key={`${other.at}${other.outcome}`} className={styles.caption}>
          {t('notCounted', { outcome: t(other.outcome), by: byAt(other) })}
        </View>
      ))}
    </>
  )
}

type Said = NonNullable<RoundVisit['outcome']>

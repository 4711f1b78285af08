import { spokenPhone } from '@little-bench/shared/people/phone'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { callPhone } from '../../platform/call-phone'
import { dateInSentence, spokenDateTime } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Section } from '../../ui/section'
import { StatusChip } from '../../ui/status-chip'
import type { Call } from '../call.api'
import styles from '../call.module.scss'
import { callText } from '../call.text'
import { CallLines } from './call-lines'
import { CallOutcomes } from './call-outcomes'
import { CallSlip } from './call-slip'

interface CallCardProps {
  call: Call
  onRecorded: () => void
}

/** One person to call: the number, what to say, how it went. Mount it anew for each call. */
export const CallCard = ({ call, onRecorded }: CallCardProps) => {
  const t = useText(callText)
  const [known] = useState(call.lines)
  const [hasSlip, setSlip] = useState(false)
  const { name, phone } = call.person
  return (
    <>
      <Card>
        <View className={styles.name} {...a11y({ role: 'heading', level: 2 })}>
          {name}
        </View>
        <View className={styles.marks}>
          <StatusChip word={t('dueOn', { date: dateInSentence(call.dueOn) })} tone='waiting' />
          {call.needsVisit && <StatusChip word={t('needsVisit')} tone='late' icon='home' />}
        </View>
        {call.needsVisit && <View>{t('needsVisitWords')}</View>}
        {phone === null ? (
          <View>{t('noPhone')}</View>
        ) : (
          <Button
            kind='primary'
            icon='phone'
            isWide
            label={t('ringLabel', { name, phone: spokenPhone(phone) })}
            onPress={() => callPhone(phone)}
          >
            {t('ring', { phone: spokenPhone(phone) })}
          </Button>
        )}
        <CallLines lines={call.lines} known={known} />
      </Card>
      <Attempts call={call} />
      {call.closedAt === null && <CallOutcomes call={call} onRecorded={onRecorded} />}
      <View className={styles.slip}>
        <Button icon='list' onPress={() => setSlip(!hasSlip)}>
          {t(hasSlip ? 'slipHide' : 'slip')}
        </Button>
      </View>
      {hasSlip && <CallSlip call={call} />}
    </>
  )
}

const Attempts = ({ call: { attempts } }: { call: Call }) => {
  const t = useText(callText)
  const language = useDisplaySettings((settings) => settings.language)
  if (attempts.length === 0) return null
  return (
    <Section title={t('before')}>
      <View {...a11y({ role: 'list', label: t('before') })}>
        {attempts.map(({ at, byName, outcome, note }) => (
          <View key={at} className={styles.line} {...a11y({ role: 'listitem' })}>
            <View>{t('attempt', { time: spokenDateTime(at, language), who: byName, outcome: t(outcome) })}</View>
            {note !== null && <Text>{note}</Text>}
          </View>
        ))}
      </View>
    </Section>
  )
}

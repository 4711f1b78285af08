import { cleanText } from '@little-bench/shared/kernel/text'
import { instantOf, minuteOf, shanghaiTime } from '@little-bench/shared/kernel/time'
import { SIDES, type Side } from '@little-bench/shared/mediation/kinds'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ChoiceList } from '../../ui/choice-list'
import { DayInput } from '../../ui/day-input'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { TextArea } from '../../ui/text-area'
import { showToast } from '../../ui/toast'
import { ToggleChips } from '../../ui/toggle-chips'
import type { MediationCase } from '../case.api'
import { caseText } from '../case.text'
import { type NewSession, useRecordSession } from '../committee.api'
import { committeeText } from '../committee.text'
import { MAX_WORDS } from '../request-draft'

const WAYS = ['visit', 'session', 'phone'] as const
type Way = (typeof WAYS)[number]

/** A visit, a meeting or a call, by the mediator of the case. */
export const RecordSession = ({ found }: { found: MediationCase }) => {
  const t = useText(committeeText)
  const [isOpen, setOpen] = useState(false)
  const isMediators = found.moves.includes('meet') || found.moves.includes('recuse')
  if (!isMediators || (found.state !== 'preparing' && found.state !== 'in_session')) return null
  return (
    <Section title={t('recordSession')}>
      {isOpen ? (
        <SessionForm found={found} onDone={() => setOpen(false)} />
      ) : (
        <Button icon='plus' isWide onPress={() => setOpen(true)}>
          {t('recordSession')}
        </Button>
      )}
    </Section>
  )
}

const SessionForm = ({ found: { communityId, id }, onDone }: { found: MediationCase; onDone: () => void }) => {
  const t = useText(committeeText)
  const tCase = useText(caseText)
  const [now] = useState(() => shanghaiTime(new Date()))
  const [way, setWay] = useState<Way>('session')
  const [sides, setSides] = useState<Side[]>([...SIDES])
  const [day, setDay] = useState<string>(now.date)
  const [time, setTime] = useState(clockOf(now.minute))
  const [summary, setSummary] = useState('')
  const [hasTried, setTried] = useState(false)
  const recording = useRecordSession({ communityId, caseId: id })
  const said = cleanText(summary)
  const send = () => {
    setTried(true)
    if (sides.length === 0 || day === '' || time === '' || said === '') return
    const body: NewSession = { at: instantOf(day, minuteOf(time)).toISOString(), way, sides, summary: said }
    recording.mutate(body, {
      onSuccess: () => {
        showToast(t('recorded'))
        onDone()
      },
    })
  }
  return (
    <>
      <ChoiceList<Way>
        label={t('way')}
        choices={WAYS.map((value) => ({ value, name: t(value) }))}
        value={way}
        onChange={setWay}
      />
      <ToggleChips<Side>
        label={t('who')}
        choices={SIDES.map((value) => ({ value, name: tCase(value) }))}
        chosen={sides}
        onChange={setSides}
        error={hasTried && sides.length === 0 ? t('whoMissing') : undefined}
      />
      <DayInput kind='date' label={t('day')} value={day} onChange={setDay} />
      <DayInput
        kind='time'
        label={t('time')}
        value={time}
        onChange={setTime}
        error={hasTried && (day === '' || time === '') ? t('timeMissing') : undefined}
      />
      <TextArea
        label={t('summary')}
        hint={t('summaryHint')}
        isRequired
        limit={MAX_WORDS}
        value={summary}
        onChange={setSummary}
        error={hasTried && said === '' ? t('summaryMissing') : undefined}
      />
      {recording.error !== null && <ErrorNotice error={recording.error} />}
      <Button kind='primary' isWide isBusy={recording.isPending} onPress={send}>
        {t('record')}
      </Button>
    </>
  )
}

const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

import { cleanText } from '@little-bench/shared/kernel/text'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ChoiceList } from '../../ui/choice-list'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { TextArea } from '../../ui/text-area'
import { showToast } from '../../ui/toast'
import type { MediationCase } from '../case.api'
import { caseText } from '../case.text'
import { useRecordFollowUp } from '../committee.api'
import { committeeText } from '../committee.text'
import styles from '../mediation.module.scss'

type FollowUp = NonNullable<MediationCase['followUps']>[number]
const RESULTS = ['holds', 'partly', 'began_again', 'no_answer'] as const
type Result = (typeof RESULTS)[number]
const MAX_NOTE = 300

/** Whom to ask and when, each side on its own. */
export const FollowUpList = ({ found }: { found: MediationCase }) => {
  const t = useText(committeeText)
  const [asked, setAsked] = useState<FollowUp>()
  const followUps = found.followUps ?? []
  if (followUps.length === 0) return null
  return (
    <Section title={t('followUps')}>
      {followUps.map((each) => (
        <FollowUpCard key={each.id} followUp={each} onAsk={() => setAsked(each)} />
      ))}
      {asked && <AskFollowUp key={asked.id} found={found} followUp={asked} onClose={() => setAsked(undefined)} />}
    </Section>
  )
}

interface FollowUpCardProps {
  followUp: FollowUp
  onAsk: () => void
}

/** Before its day there is nothing to keep; that it began again is a move of the case. */
const FollowUpCard = ({ followUp: { side, on, result, note }, onAsk }: FollowUpCardProps) => {
  const t = useText(committeeText)
  const tCase = useText(caseText)
  const words = { side: tCase(side), date: dateInSentence(on) }
  const [today] = useState(() => shanghaiTime(new Date()).date)
  const isEarly = result === null && today < on
  return (
    <Card>
      <View className={styles.head}>
        <Text className={styles.name}>{t('followUpLine', words)}</Text>
        <Text>{t(result ?? (isEarly ? 'notYet' : 'notAskedYet'))}</Text>
      </View>
      {note !== null && <View className={styles.line}>{note}</View>}
      {result === null && !isEarly && (
        <Button label={t('askNowFor', words)} onPress={onAsk}>
          {t('askNow')}
        </Button>
      )}
    </Card>
  )
}

interface AskFollowUpProps {
  found: MediationCase
  followUp: FollowUp
  onClose: () => void
}

const AskFollowUp = ({ found: { communityId, id }, followUp, onClose }: AskFollowUpProps) => {
  const t = useText(committeeText)
  const [result, setResult] = useState<Result | null>(null)
  const [note, setNote] = useState('')
  const [hasTried, setTried] = useState(false)
  const recording = useRecordFollowUp({ communityId, caseId: id, followUpId: followUp.id })
  const said = cleanText(note)
  const send = () => {
    setTried(true)
    if (result === null) return
    recording.mutate(said === '' ? { result } : { result, note: said }, {
      onSuccess: () => {
        showToast(t('recorded'))
        onClose()
      },
    })
  }
  return (
    <Dialog
      isOpen
      title={t('askNow')}
      confirmWords={t('record')}
      isBusy={recording.isPending}
      onConfirm={send}
      onClose={onClose}
    >
      {recording.error !== null && <ErrorNotice error={recording.error} />}
      <ChoiceList<Result>
        label={t('howHolds')}
        isRequired
        choices={RESULTS.map((value) => ({ value, name: t(value) }))}
        value={result}
        onChange={setResult}
        error={hasTried && result === null ? t('resultMissing') : undefined}
      />
      {result === 'began_again' && <Card tint='amber'>{t('beganAgainWords')}</Card>}
      <TextArea label={t('note')} hint={t('noteHint')} limit={MAX_NOTE} value={note} onChange={setNote} />
    </Dialog>
  )
}

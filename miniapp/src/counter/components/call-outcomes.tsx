import { CALL_OUTCOMES, type CallOutcome, endsCall } from '@little-bench/shared/notifications/calls'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { CallError } from '../../platform/call-error'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { TextInput } from '../../ui/text-input'
import { showToast } from '../../ui/toast'
import { type Call, useRecordCall } from '../call.api'
import styles from '../call.module.scss'
import { callText } from '../call.text'

interface CallOutcomesProps {
  call: Call
  /** It is written down: on to the next. */
  onRecorded: () => void
}

const MAX_NOTE = 200

/** How the call went: one tap writes it down; only «no need to call» asks once more, because it cannot be taken back. */
export const CallOutcomes = ({ call, onRecorded }: CallOutcomesProps) => {
  const t = useText(callText)
  const [note, setNote] = useState('')
  const [isAsking, setAsking] = useState(false)
  const record = useRecordCall(call.id)
  const send = (outcome: CallOutcome) =>
    record.mutate(
      { version: call.version, outcome, ...(note.trim() === '' ? {} : { note }) },
      {
        onSuccess: (after) => {
          showToast(t(doneWords(outcome, after)))
          onRecorded()
        },
        onError: (error) => {
          setAsking(false)
          // A colleague was faster: the card goes, and the reason stays to be read.
          if (error instanceof CallError && error.code === 'call_is_closed') showToast(error.message)
        },
      },
    )
  return (
    <Section title={t('how')}>
      {isStale(record.error) && <View {...a11y({ role: 'alert' })}>{t('sayNew')}</View>}
      {record.error !== null && !isStale(record.error) && <ErrorNotice error={record.error} />}
      <TextInput label={t('note')} hint={t('noteHint')} value={note} onChange={setNote} maxLength={MAX_NOTE} />
      <View className={styles.outcomes} {...a11y({ role: 'group', label: t('how') })}>
        {CALL_OUTCOMES.map((outcome) => (
          <Button
            key={outcome}
            isBusy={record.isPending}
            onPress={() => (outcome === 'not_wanted' ? setAsking(true) : send(outcome))}
          >
            {t(outcome)}
          </Button>
        ))}
      </View>
      <Dialog
        isOpen={isAsking}
        isDanger
        title={t('askNotWanted')}
        confirmWords={t('not_wanted')}
        isBusy={record.isPending}
        onConfirm={() => send('not_wanted')}
        onClose={() => setAsking(false)}
      >
        {t('notWantedWords')}
      </Dialog>
    </Section>
  )
}

const isStale = (error: unknown) => error instanceof CallError && error.code === 'stale_version'

const doneWords = (outcome: CallOutcome, after: Call) => {
  if (endsCall(outcome)) return 'ended'
  return after.needsVisit ? 'visit' : 'again'
}

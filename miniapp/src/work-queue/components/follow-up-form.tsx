import { cleanText, textLength } from '@little-bench/shared/kernel/text'
import { FOLLOW_UP_RESULTS } from '@little-bench/shared/work-queue/events'
import { MAX_NOTE_LENGTH } from '@little-bench/shared/work-queue/limits'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ChoiceList } from '../../ui/choice-list'
import { ErrorNotice } from '../../ui/error-notice'
import { Sheet } from '../../ui/sheet'
import { TextArea } from '../../ui/text-area'
import { showToast } from '../../ui/toast'
import type { FollowUp } from '../desk.api'
import { followUpText } from '../follow-up.text'
import { useRecordFollowUp } from '../use-record-follow-up'
import { AudienceNotice } from './audience-notice'
import styles from './follow-up.module.scss'

interface FollowUpFormProps {
  followUp: FollowUp
  onClose: () => void
}

const EMPTY: { result: string | null; note: string } = { result: null, note: '' }
const DONE_WORDS = { solved: 'sent', not_solved: 'sentReopened', no_answer: 'sentAgain' } as const

/** What to ask on the telephone, and what was answered. */
export const FollowUpForm = ({ followUp, onClose }: FollowUpFormProps) => {
  const t = useText(followUpText)
  const { item } = followUp
  const { fields, change, clear, attemptKey, wasRestored } = useDraft(`follow-up.${followUp.id}`, EMPTY)
  const [isAsked, setAsked] = useState(false)
  const record = useRecordFollowUp(followUp)
  const result = FOLLOW_UP_RESULTS.find((each) => each === fields.result)
  const note = cleanText(fields.note)
  const send = () => {
    setAsked(true)
    if (!result || note === '' || textLength(note) > MAX_NOTE_LENGTH) return
    record.mutate(
      { body: { result, note }, attemptKey },
      {
        onSuccess: () => {
          clear()
          onClose()
          showToast(t(DONE_WORDS[result]))
        },
      },
    )
  }
  return (
    <Sheet isOpen title={t('recordTitle')} onClose={onClose}>
      <View className={styles.call}>
        <Card tint='blue'>
          <View>{t('call')}</View>
          <View className={styles.callWords}>{t('callWords', { queue: item.queue.name, title: item.title })}</View>
          <Text>{t('callNumber', { number: item.receiptNumber })}</Text>
        </Card>
      </View>
      <ChoiceList
        label={t('result')}
        isRequired
        choices={FOLLOW_UP_RESULTS.map((each) => ({ value: each, name: t(each), note: t(`${each}About`) }))}
        value={result ?? null}
        onChange={(chosen) => change({ result: chosen })}
        error={isAsked && !result ? t('resultMissing') : undefined}
      />
      <AudienceNotice audience='staff' />
      <TextArea
        label={t('note')}
        hint={t('noteHint')}
        isRequired
        value={fields.note}
        onChange={(words) => change({ note: words })}
        limit={MAX_NOTE_LENGTH}
        error={isAsked && note === '' ? t('noteMissing') : undefined}
      />
      {wasRestored && <Text>{t('draftKept')}</Text>}
      {record.error && <ErrorNotice error={record.error} />}
      <View className={styles.send}>
        <Button kind='primary' isWide isBusy={record.isPending} onPress={send}>
          {t(result === 'not_solved' ? 'sendReopen' : 'send')}
        </Button>
      </View>
    </Sheet>
  )
}

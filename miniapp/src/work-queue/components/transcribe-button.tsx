import { MAX_TRANSCRIPT_LENGTH } from '@little-bench/shared/files/limits'
import { cleanText, textLength } from '@little-bench/shared/kernel/text'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { TextArea } from '../../ui/text-area'
import { showToast } from '../../ui/toast'
import { fileText } from '../file.text'
import { useTranscribe } from '../transcript.api'
import type { WorkItem } from '../work-item.api'

interface TranscribeButtonProps {
  item: WorkItem
  voiceNote: { id: string; transcript: string | null }
}

const EMPTY: { transcript: string | null } = { transcript: null }

/** Lets staff write down what a voice note says, and put right what was written. */
export const TranscribeButton = ({ item, voiceNote }: TranscribeButtonProps) => {
  const t = useText(fileText)
  const [isOpen, setOpen] = useState(false)
  const [hasTried, setTried] = useState(false)
  const draft = useDraft(`transcript.${voiceNote.id}`, EMPTY)
  const writing = useTranscribe(item, voiceNote.id)
  const transcript = draft.fields.transcript ?? voiceNote.transcript ?? ''
  const isMissing = cleanText(transcript) === ''
  const send = () => {
    setTried(true)
    if (isMissing || textLength(transcript) > MAX_TRANSCRIPT_LENGTH) return
    writing.mutate(
      { transcript, attemptKey: draft.attemptKey },
      {
        onSuccess: () => {
          draft.clear()
          setTried(false)
          setOpen(false)
          showToast(t('transcribed'))
        },
      },
    )
  }
  return (
    <>
      <Button kind='quiet' icon='edit' onPress={() => setOpen(true)}>
        {t(voiceNote.transcript ? 'correct' : 'transcribe')}
      </Button>
      <Dialog
        isOpen={isOpen}
        title={t('transcribeTitle')}
        confirmWords={t('transcribeSend')}
        isBusy={writing.isPending}
        onConfirm={send}
        onClose={() => setOpen(false)}
      >
        <View>{t('transcribeWords')}</View>
        <TextArea
          label={t('transcribeLabel')}
          isRequired
          error={hasTried && isMissing ? t('transcribeMissing') : undefined}
          limit={MAX_TRANSCRIPT_LENGTH}
          value={transcript}
          onChange={(words) => draft.change({ transcript: words })}
        />
        {writing.isError && <ErrorNotice error={writing.error} />}
      </Dialog>
    </>
  )
}

import type { WorkItem } from '@little-bench/shared/work-queue/item.contract'
import { MAX_NOTE_LENGTH } from '@little-bench/shared/work-queue/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { AttachField, useAttachments } from '../../files'
import { useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { TextArea } from '../../ui/text-area'
import { showToast } from '../../ui/toast'
import styles from '../issue.module.scss'
import { issueText } from '../issue.text'
import { useWriteToStaff } from '../item.api'
import { EMPTY_NOTE, needsWords, noteForm, type ResidentWords, takesFiles } from '../note-draft'

interface WordsDialogProps {
  kind: ResidentWords
  item: WorkItem
  onClose: () => void
}

const DONE = {
  withdraw: 'withdrawn',
  reopen: 'reopened',
  remind: 'reminded',
  answer: 'answered',
  add: 'added',
} as const satisfies Record<ResidentWords, string>

const MISSING = { reopen: 'reopenMissing', answer: 'answerMissing', add: 'addMissing' } as const

/** Says what will happen, takes the words along, and keeps them when somebody else was faster. */
export const WordsDialog = ({ kind, item, onClose }: WordsDialogProps) => {
  const t = useText(issueText)
  const draft = useDraft(noteForm(kind, item.id), EMPTY_NOTE)
  const attachments = useAttachments()
  const [hasTried, setTried] = useState(false)
  const writing = useWriteToStaff({ communityId: item.communityId, workItemId: item.id })
  const isMissing = needsWords(kind) && draft.fields.note.trim() === ''
  const confirm = () => {
    setTried(true)
    if (isMissing || attachments.hasFailed) return
    const { attemptKey, fields } = draft
    writing.mutate(
      { kind, note: fields.note, fileIds: attachments.fileIds, version: item.version, attemptKey },
      {
        onSuccess: () => {
          draft.clear()
          attachments.clear()
          showToast(t(DONE[kind]))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      isOpen
      title={t(`${kind}Title`)}
      confirmWords={t(kind)}
      isDanger={kind === 'withdraw'}
      isBusy={writing.isPending || attachments.isBusy}
      onConfirm={confirm}
      onClose={onClose}
    >
      <View className={styles.row}>{t(`${kind}Words`)}</View>
      {writing.isError && <ErrorNotice error={writing.error} />}
      <TextArea
        label={t(`${kind}Note`)}
        isRequired={needsWords(kind)}
        error={hasTried && isMissing ? t(missingOf(kind)) : undefined}
        limit={MAX_NOTE_LENGTH}
        value={draft.fields.note}
        onChange={(note) => draft.change({ note })}
      />
      {takesFiles(kind) && <AttachField attachments={attachments} />}
    </Dialog>
  )
}

const missingOf = (kind: ResidentWords) => (kind === 'answer' || kind === 'add' ? MISSING[kind] : MISSING.reopen)

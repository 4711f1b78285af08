import type { WorkItem } from '@little-bench/shared/work-queue/contract'
import { MAX_NOTE_LENGTH } from '@little-bench/shared/work-queue/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { TextArea } from '../../ui/text-area'
import { showToast } from '../../ui/toast'
import styles from '../issue.module.scss'
import { issueText } from '../issue.text'
import { useMoveItem } from '../item.api'
import { EMPTY_NOTE, noteForm } from '../note-draft'

interface MoveDialogProps {
  move: 'withdraw' | 'reopen'
  item: WorkItem
  onClose: () => void
}

const DONE = { withdraw: 'withdrawn', reopen: 'reopened' } as const

/** Says what will happen, takes the words along, and keeps them when somebody else was faster. */
export const MoveDialog = ({ move, item, onClose }: MoveDialogProps) => {
  const t = useText(issueText)
  const draft = useDraft(noteForm(move, item.id), EMPTY_NOTE)
  const [hasTried, setTried] = useState(false)
  const moving = useMoveItem({ communityId: item.communityId, workItemId: item.id })
  const isMissing = move === 'reopen' && draft.fields.note.trim() === ''
  const confirm = () => {
    setTried(true)
    if (isMissing) return
    const { attemptKey, fields } = draft
    moving.mutate(
      { move, note: fields.note, version: item.version, attemptKey },
      {
        onSuccess: () => {
          draft.clear()
          showToast(t(DONE[move]))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      isOpen
      title={t(`${move}Title`)}
      confirmWords={t(move)}
      isDanger={move === 'withdraw'}
      isBusy={moving.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <View className={styles.row}>{t(`${move}Words`)}</View>
      {moving.isError && <ErrorNotice error={moving.error} />}
      <TextArea
        label={t(`${move}Note`)}
        isRequired={move === 'reopen'}
        error={hasTried && isMissing ? t('reopenMissing') : undefined}
        limit={MAX_NOTE_LENGTH}
        value={draft.fields.note}
        onChange={(note) => draft.change({ note })}
      />
    </Dialog>
  )
}

import type { WorkItem } from '@little-bench/shared/work-queue/item.contract'
import { MAX_NOTE_LENGTH } from '@little-bench/shared/work-queue/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { TextArea } from '../../ui/text-area'
import { showToast } from '../../ui/toast'
import { type AskedMove, useWriteToStaff } from '../asked.api'
import { askedText } from '../asked.text'
import styles from '../privacy.module.scss'

const EMPTY = { note: '' }

interface AskedDialogProps {
  move: AskedMove
  item: WorkItem
  onClose: () => void
}

/** Says what will happen and takes the words along; they stay on the phone until they are sent. */
export const AskedDialog = ({ move, item, onClose }: AskedDialogProps) => {
  const t = useText(askedText)
  const draft = useDraft(`asked-${move}.${item.id}`, EMPTY)
  const [hasTried, setTried] = useState(false)
  const writing = useWriteToStaff({ communityId: item.communityId, workItemId: item.id })
  const words = draft.fields.note.trim()
  const isMissing = move !== 'withdraw' && words === ''
  const confirm = () => {
    setTried(true)
    if (isMissing) return
    writing.mutate(
      { move, words, version: item.version },
      {
        onSuccess: () => {
          draft.clear()
          showToast(t(`${move}Done`))
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
      isBusy={writing.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <View className={styles.line}>{t(`${move}Words`)}</View>
      {writing.isError && <ErrorNotice error={writing.error} />}
      {move !== 'withdraw' && (
        <TextArea
          label={t(`${move}Note`)}
          isRequired
          error={hasTried && isMissing ? t('noteMissing') : undefined}
          limit={MAX_NOTE_LENGTH}
          value={draft.fields.note}
          onChange={(note) => draft.change({ note })}
        />
      )}
    </Dialog>
  )
}

import { textLength } from '@little-bench/shared/kernel/text'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/text-area'
import type { VisitOutcome } from '../round.api'
import styles from '../round.module.scss'
import { roundText } from '../round.text'

const MAX_NOTE = 200

interface OutcomeSheetProps {
  name: string
  outcome: VisitOutcome
  onSave: (note: string) => void
  onClose: () => void
}

/** One look before it goes out: what goes out cannot be taken back. */
export const OutcomeSheet = ({ name, outcome, onSave, onClose }: OutcomeSheetProps) => {
  const t = useText(roundText)
  const [note, setNote] = useState('')
  const save = () => {
    if (textLength(note.trim()) <= MAX_NOTE) onSave(note)
  }
  return (
    <Dialog
      isOpen
      title={t('sure', { name, outcome: t(outcome) })}
      confirmWords={t('save')}
      onConfirm={save}
      onClose={onClose}
    >
      <View className={styles.line}>{t('sureWords')}</View>
      {outcome !== 'done' && (
        <TextArea label={t('noteLabel')} hint={t('noteHint')} limit={MAX_NOTE} value={note} onChange={setNote} />
      )}
    </Dialog>
  )
}

import { View } from '@tarojs/components'
import { useState } from 'react'
import { AttachField, keyWithFiles, useAttachments } from '../../files'
import { useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { useNow } from '../../platform/use-now'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Sheet } from '../../ui/sheet'
import { moveText } from '../move.text'
import { moveBodyOf } from '../move-body'
import type { useMoveChoices } from '../move-choices.api'
import { EMPTY_FIELDS, isDestinationWrong, missingNeeds, suspensionDays } from '../move-fields'
import { isNoteTooLong, moveKeyOf, needsChoices, takesPhotos } from '../move-rules'
import { ICON_OF_MOVE, sendName } from '../move-words'
import { isConflict } from '../move-work-item'
import { attemptKeyOf, type ItemMoves } from '../use-item-moves'
import type { AllowedMove, WorkItem } from '../work-item.api'
import { FreshState } from './fresh-state'
import { MoveFieldset } from './move-fieldset'
import styles from './move-form.module.scss'

interface MoveFormProps {
  item: WorkItem
  /** The move as it was allowed when the sheet was opened. */
  asked: AllowedMove
  choices: ReturnType<typeof useMoveChoices>
  attempt: ItemMoves['attempt']
  onClose: () => void
}

/** Asks for just what one move needs, says who will read it, and sends it. What is typed stays on the phone until sent. */
export const MoveForm = ({ item, asked, choices, attempt, onClose }: MoveFormProps) => {
  const t = useText(moveText)
  const now = useNow()
  const draft = useDraft(`move.${item.id}.${asked.move}`, EMPTY_FIELDS)
  const attachments = useAttachments()
  const [isChecked, setChecked] = useState(false)
  const allowed = item.allowedMoves.find(({ move }) => move === asked.move)
  const current = allowed ?? asked
  const key = moveKeyOf(current, item)
  const days = suspensionDays(now, choices.data?.suspendAtMostUntil)
  const missing = missingNeeds(current.needs, draft.fields, days)
  const hasNote = current.needs.includes('note') || draft.fields.note.trim() !== ''
  const isWrong = isNoteTooLong(draft.fields) || isDestinationWrong(draft.fields, choices.data)
  const canSend = allowed !== undefined && (!needsChoices(current) || choices.data !== undefined)

  const send = () => {
    setChecked(true)
    const { fileIds } = attachments
    const body = moveBodyOf(asked.move, item, { fields: draft.fields, choices: choices.data, fileIds })
    if (missing.length > 0 || isWrong || attachments.hasFailed || !body) return
    const attemptKey = attemptKeyOf(keyWithFiles(draft.attemptKey, fileIds), asked.move, item)
    attempt.mutate(
      { body, key, attemptKey },
      {
        onSuccess: () => {
          draft.clear()
          attachments.clear()
        },
      },
    )
  }
  return (
    <Sheet isOpen title={t(key)} onClose={onClose}>
      <View className={styles.about}>
        <View>{t(`${key}About`)}</View>
        <View className={styles.undo}>{t(`${key}Undo`)}</View>
      </View>
      <MoveFieldset item={item} asked={current} draft={draft} choices={choices} missing={isChecked ? missing : []} />
      {takesPhotos(current) && <AttachField attachments={attachments} hasVoice={false} />}
      {isConflict(attempt.error) ? (
        <FreshState item={item} asked={current} error={attempt.error} isAllowed={allowed !== undefined} />
      ) : (
        attempt.error && <ErrorNotice error={attempt.error} />
      )}
      {canSend && (
        <View className={styles.send}>
          <Button
            kind='primary'
            isWide
            icon={ICON_OF_MOVE[asked.move]}
            isBusy={attempt.isPending || attachments.isBusy}
            onPress={send}
          >
            {sendName(key, hasNote, t)}
          </Button>
        </View>
      )}
    </Sheet>
  )
}

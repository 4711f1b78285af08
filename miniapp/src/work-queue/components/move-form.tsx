import { View } from '@tarojs/components'
import { useState } from 'react'
import { useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Sheet } from '../../ui/sheet'
import { EMPTY_FIELDS, isNoteTooLong, missingNeeds, moveBodyOf } from '../move-rules'
import { ICON_OF_MOVE, moveName, sendName } from '../move-words'
import { isConflict } from '../move-work-item'
import { attemptKeyOf, type ItemMoves } from '../use-item-moves'
import type { AllowedMove, WorkItem } from '../work-item.api'
import { workQueueText } from '../work-queue.text'
import { FreshState } from './fresh-state'
import { MoveFieldset } from './move-fieldset'
import styles from './move-form.module.scss'

interface MoveFormProps {
  item: WorkItem
  /** The move as it was allowed when the sheet was opened. */
  asked: AllowedMove
  attempt: ItemMoves['attempt']
  onClose: () => void
}

/** Asks for just what one move needs, says who will read it, and sends it. What is typed stays on the phone until sent. */
export const MoveForm = ({ item, asked, attempt, onClose }: MoveFormProps) => {
  const t = useText(workQueueText)
  const draft = useDraft(`move.${item.id}.${asked.move}`, EMPTY_FIELDS)
  const [isChecked, setChecked] = useState(false)
  const allowed = item.allowedMoves.find(({ move }) => move === asked.move)
  const current = allowed ?? asked
  const missing = missingNeeds(current, draft.fields)
  const hasNote = current.needs.includes('note') || draft.fields.note.trim() !== ''

  const send = () => {
    setChecked(true)
    if (missing.length > 0 || isNoteTooLong(draft.fields)) return
    const body = moveBodyOf(asked.move, item, draft.fields)
    attempt.mutate({ body, attemptKey: attemptKeyOf(draft.attemptKey, asked.move, item) }, { onSuccess: draft.clear })
  }
  return (
    <Sheet isOpen title={moveName(current, t)} onClose={onClose}>
      <MoveFieldset item={item} asked={current} draft={draft} missing={isChecked ? missing : []} />
      {isConflict(attempt.error) ? (
        <FreshState item={item} asked={current} error={attempt.error} isAllowed={allowed !== undefined} />
      ) : (
        attempt.error && <ErrorNotice error={attempt.error} />
      )}
      {allowed && (
        <View className={styles.send}>
          <Button kind='primary' isWide icon={ICON_OF_MOVE[asked.move]} isBusy={attempt.isPending} onPress={send}>
            {sendName(current, hasNote, t)}
          </Button>
        </View>
      )}
    </Sheet>
  )
}

import type { Move } from '@little-bench/shared/work-queue/lifecycle'
import { useState } from 'react'
import { newAttemptKey } from '../platform/attempt-key'
import { useText } from '../platform/i18n/text'
import { showToast } from '../ui/toast'
import { moveText } from './move.text'
import { moveBodyOf } from './move-body'
import { EMPTY_FIELDS } from './move-fields'
import { isOneTap, moveKeyOf } from './move-rules'
import { useMoveWorkItem } from './move-work-item'
import type { AllowedMove, WorkItem } from './work-item.api'

/**
 * What a worker does with one item: a move that asks nothing is sent at once, any other opens its sheet. A move that
 * failed opens its sheet too, with what went wrong.
 */
export const useItemMoves = (item: WorkItem) => {
  const t = useText(moveText)
  const [asked, setAsked] = useState<AllowedMove | 'list' | null>(null)
  const [visitKey] = useState(newAttemptKey)
  const attempt = useMoveWorkItem(item, () => setAsked(null))

  const start = (allowed: AllowedMove) => {
    attempt.reset()
    const body = moveBodyOf(allowed.move, item, { fields: EMPTY_FIELDS })
    if (!isOneTap(allowed) || !body) {
      setAsked(allowed)
      return
    }
    attempt.mutate(
      { body, key: moveKeyOf(allowed, item), attemptKey: attemptKeyOf(visitKey, allowed.move, item) },
      { onError: () => setAsked(allowed) },
    )
  }
  const startMove = (move: Move) => {
    const allowed = item.allowedMoves.find((each) => each.move === move)
    if (allowed) start(allowed)
    else showToast(t('notNow', { move: t(move) }))
  }
  const close = () => {
    setAsked(null)
    attempt.reset()
  }
  return { asked, attempt, start, startMove, openList: () => setAsked('list'), close }
}
export type ItemMoves = ReturnType<typeof useItemMoves>

/** Names one body: the words (through the draft's own key), the move and the version. */
export const attemptKeyOf = (draftKey: string, move: Move, { version }: WorkItem): string =>
  `${draftKey}-${move}-v${version}`

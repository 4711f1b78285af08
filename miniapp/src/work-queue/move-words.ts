import type { Move } from '@little-bench/shared/work-queue/lifecycle'
import type { Translate } from '../platform/i18n/text'
import type { IconName } from '../ui/icon'
import { dueWords } from './item-status'
import type { AllowedMove, WorkItem } from './work-item.api'
import type { WorkQueueText } from './work-queue.text'

export const ICON_OF_MOVE: Record<Move, IconName> = {
  claim: 'check',
  dispatch: 'person',
  accept: 'check',
  return: 'undo',
  resolve: 'check',
  close: 'inbox',
  reopen: 'refresh',
  withdraw: 'undo',
}

const isUnworkedClose = ({ move, needs }: AllowedMove) => move === 'close' && needs.includes('outcome')

/** What the button says. */
export const moveName = (allowed: AllowedMove, t: Translate<WorkQueueText>): string =>
  isUnworkedClose(allowed) ? t('closeUnworked') : t(allowed.move)

/** What the move does, one line. */
export const moveAbout = (allowed: AllowedMove, t: Translate<WorkQueueText>): string =>
  isUnworkedClose(allowed) ? t('closeUnworkedAbout') : t(`${allowed.move}About`)

/** The words of the button that sends it: they say who will read the note. */
export const sendName = ({ move }: AllowedMove, hasNote: boolean, t: Translate<WorkQueueText>): string =>
  move === 'close' && !hasNote ? t('closeQuietSend') : t(`${move}Send`)

/** What happens next, by when, and how to undo. */
export const doneWords = (move: Move, moved: WorkItem, t: Translate<WorkQueueText>): string =>
  move === 'claim' || move === 'accept' ? t(`${move}Done`, { due: dueWords(moved, t) }) : t(`${move}Done`)

/** Label and hint of the note. */
export const noteWords = (
  { move, needs }: AllowedMove,
  t: Translate<WorkQueueText>,
): { label: string; hint?: string } => {
  switch (move) {
    case 'return':
      return { label: t('noteReturn'), hint: t('noteReturnHint') }
    case 'resolve':
      return { label: t('noteResolve'), hint: t('noteResolveHint') }
    case 'reopen':
      return { label: t('noteReopen'), hint: t('noteReopenHint') }
    case 'dispatch':
      return { label: t('noteDispatch') }
    case 'close':
      // The resident has said that it is solved: there is nothing to explain.
      if (needs.length === 0) return { label: t('note') }
      return needs.includes('note') && !needs.includes('outcome')
        ? { label: t('noteCloseUnrated'), hint: t('noteCloseUnratedHint') }
        : { label: t('noteClose'), hint: t('noteCloseHint') }
    case 'claim':
    case 'accept':
    case 'withdraw':
      return { label: t('note') }
  }
}

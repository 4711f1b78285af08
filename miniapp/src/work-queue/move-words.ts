import type { Move } from '@little-bench/shared/work-queue/lifecycle'
import type { Translate } from '../platform/i18n/text'
import type { IconName } from '../ui/icon'
import type { MoveText } from './move.text'
import type { MoveFieldText } from './move-field.text'
import type { MoveKey } from './move-rules'
import type { AllowedMove } from './work-item.api'

export const ICON_OF_MOVE: Record<Move, IconName> = {
  claim: 'check',
  accept_referral: 'check',
  answer: 'send',
  dispatch: 'person',
  accept: 'check',
  resume: 'forward',
  resolve: 'check',
  ask_resident: 'speech',
  transfer: 'person',
  refer: 'forward',
  refuse_referral: 'undo',
  invite: 'plus',
  return: 'undo',
  suspend: 'clock',
  recategorise: 'edit',
  relocate: 'pin',
  split: 'list',
  merge: 'inbox',
  escalate: 'alert',
  convert: 'forward',
  close: 'inbox',
  reopen: 'refresh',
  remind: 'bell',
  withdraw: 'undo',
}

/** The words of the button that sends it: they say who will read the note. */
export const sendName = (key: MoveKey, hasNote: boolean, t: Translate<MoveText>): string =>
  key === 'close' && !hasNote ? t('closeQuietSend') : t(`${key}Send`)

/** What happens next, by when, and how to undo. `due` is the sentence of the deadline after the move. */
export const doneWords = (key: MoveKey, due: string, t: Translate<MoveText>): string => t(`${key}Done`, { due })

interface NoteWords {
  label: string
  hint?: string
}

/** Label and hint of the note. */
export const noteWords = (key: MoveKey, { needs }: AllowedMove, t: Translate<MoveFieldText>): NoteWords => {
  switch (key) {
    case 'return':
      return { label: t('noteReturn'), hint: t('noteReturnHint') }
    case 'resolve':
      return { label: t('noteResolve'), hint: t('noteResolveHint') }
    case 'reopen':
      return { label: t('noteReopen'), hint: t('noteReopenHint') }
    case 'refer':
      return { label: t('noteRefer'), hint: t('noteReferHint') }
    case 'refuse_referral':
      return { label: t('noteRefuse'), hint: t('noteRefuseHint') }
    case 'takeBack':
      return { label: t('noteTakeBack') }
    case 'invite':
      return { label: t('noteInvite') }
    case 'ask_resident':
      return { label: t('noteAsk'), hint: t('noteAskHint') }
    case 'answer':
      return { label: t('noteAnswer') }
    case 'suspend':
      return { label: t('noteSuspend'), hint: t('noteSuspendHint') }
    case 'escalate':
      return { label: t('noteEscalate') }
    case 'remind':
      return { label: t('noteRemind') }
    case 'closeUnworked':
      return { label: t('noteClose'), hint: t('noteCloseHint') }
    case 'close':
      return needs.includes('note')
        ? { label: t('noteCloseUnrated'), hint: t('noteCloseUnratedHint') }
        : { label: t('note') }
    case 'dispatch':
    case 'transfer':
    case 'accept_referral':
    case 'resume':
    case 'split':
    case 'merge':
    case 'recategorise':
    case 'relocate':
      return { label: t('noteStaff') }
    case 'claim':
    case 'accept':
    case 'convert':
    case 'withdraw':
      return { label: t('note') }
  }
}

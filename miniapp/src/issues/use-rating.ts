import type { WorkItem } from '@little-bench/shared/work-queue/item.contract'
import { useState } from 'react'
import { useDraft } from '../platform/drafts'
import { useRateItem, useWorkItem, useWriteToStaff } from './item.api'
import { EMPTY_NOTE, noteForm } from './note-draft'

type RatingFields = { solved: string | null; satisfaction: number; comment: string }
const EMPTY_RATING: RatingFields = { solved: null, satisfaction: 0, comment: '' }

/**
 * The answer to 「解决了吗?」. Not solved sends two things, the rating and then the wish to have it done again; when the
 * second does not arrive, only the second is sent again, and its words also wait at the item itself.
 */
export const useRating = (communityId: string, workItemId: string) => {
  const rating = useDraft(`rate.${workItemId}`, EMPTY_RATING)
  const missing = useDraft(noteForm('reopen', workItemId), EMPTY_NOTE)
  const params = { communityId, workItemId }
  const rate = useRateItem(params)
  const move = useWriteToStaff(params)
  const item = useWorkItem(communityId, workItemId)
  const [rated, setRated] = useState<WorkItem>()
  const isSolved = rating.fields.solved === null ? null : rating.fields.solved === 'yes'

  const send = async () => {
    const { satisfaction, comment } = rating.fields
    const solved = isSolved === true
    const answered =
      rated ??
      (await rate.mutateAsync({
        solved,
        satisfaction,
        comment: solved ? comment : '',
        attemptKey: rating.attemptKey,
      }))
    setRated(answered)
    if (!solved) {
      const { attemptKey, fields } = missing
      // Somebody may have moved it since the rating; every failed attempt brings the latest version here.
      const version = Math.max(answered.version, item.data?.version ?? 0)
      await move.mutateAsync({ kind: 'reopen', note: fields.note, fileIds: [], version, attemptKey })
      missing.clear()
    }
    rating.clear()
  }

  return {
    /** It was rated elsewhere, or is not resolved any more. */
    isOver: item.data?.canRate === false && rated === undefined && !rate.isPending,
    isSolved,
    satisfaction: rating.fields.satisfaction,
    comment: rating.fields.comment,
    missing: missing.fields.note,
    setSolved: (solved: 'yes' | 'no') => rating.change({ solved }),
    setSatisfaction: (satisfaction: number) => rating.change({ satisfaction }),
    setComment: (comment: string) => rating.change({ comment }),
    setMissing: (note: string) => missing.change({ note }),
    send,
    isSending: rate.isPending || move.isPending,
    /** The rating arrived; only the wish to have it done again did not. */
    isHalfSent: rated !== undefined && move.isError,
    error: move.error ?? rate.error,
  }
}

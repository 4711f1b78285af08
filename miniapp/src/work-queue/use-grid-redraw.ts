import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newAttemptKey } from '../platform/attempt-key'
import { CallError } from '../platform/call-error'
import { DESK_KEY } from './desk-keys'
import { type GridRedrawPlan, gridRedrawsKey, oversightApi } from './oversight.api'

const isStale = (error: unknown) => error instanceof CallError && error.code === 'redraw_plan_stale'

/** One new map: looked at first, then put to use exactly as it was looked at. */
export const useGridRedraw = (communityId: string) => {
  const queryClient = useQueryClient()
  const [visitKey] = useState(newAttemptKey)
  const preview = useMutation({
    mutationFn: (redrawId: string) => oversightApi.previewGridRedraw({ params: { communityId, redrawId } }),
  })
  const apply = useMutation({
    mutationFn: ({ redraw, planHash }: GridRedrawPlan) =>
      oversightApi.applyGridRedraw(
        { params: { communityId, redrawId: redraw.id }, body: { planHash } },
        // The same plan sent again is the same attempt.
        { idempotencyKey: `${visitKey}-${planHash}`.slice(0, 100) },
      ),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: gridRedrawsKey(communityId) }),
        queryClient.invalidateQueries({ queryKey: [DESK_KEY] }),
      ]),
    onError: (error, { redraw }) => {
      if (isStale(error)) preview.mutate(redraw.id)
    },
  })
  const leave = () => {
    preview.reset()
    apply.reset()
  }
  return { preview, apply, leave, wasStale: isStale(apply.error) }
}
export type GridRedrawAttempt = ReturnType<typeof useGridRedraw>

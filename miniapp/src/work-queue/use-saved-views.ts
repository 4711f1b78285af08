import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newAttemptKey } from '../platform/attempt-key'
import { deskApi, SAVED_VIEWS_KEY, type SavedView, type SavedViewBody, useSavedViews } from './desk.api'

const bodyOf = ({ name, queueId, view, filter }: SavedView): SavedViewBody => ({ name, queueId, view, filter })

/** The caller's saved views; what was deleted last can be brought back under its own id. */
export const useSavedViewList = () => {
  const client = useQueryClient()
  const saved = useSavedViews()
  const [forgotten, setForgotten] = useState<SavedView>()
  const readAgain = () => client.invalidateQueries({ queryKey: SAVED_VIEWS_KEY })
  const save = useMutation({
    mutationFn: ({ viewId, body }: { viewId: string; body: SavedViewBody }) =>
      deskApi.saveSavedView({ params: { viewId }, body }),
    onSuccess: readAgain,
  })
  const forget = useMutation({
    mutationFn: (view: SavedView) => deskApi.deleteSavedView({ params: { viewId: view.id } }),
    onSuccess: (_answer, view) => {
      setForgotten(view)
      return readAgain()
    },
  })
  const undo = () => {
    if (!forgotten) return
    const body = bodyOf(forgotten)
    save.mutate({ viewId: forgotten.id, body }, { onSuccess: () => setForgotten(undefined) })
  }
  return { views: saved.data?.items ?? [], save, forget, forgotten, undo }
}
export type SavedViewList = ReturnType<typeof useSavedViewList>

/** An id for a view that has none yet. */
export const newViewId = newAttemptKey

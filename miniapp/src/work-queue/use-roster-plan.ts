import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { CallError } from '../platform/call-error'
import { useText } from '../platform/i18n/text'
import { showToast } from '../ui/toast'
import { deskApi } from './desk.api'
import { type Roster, rosterKey } from './roster.api'
import { rosterText } from './roster.text'
import { isSamePlan, type RosterPlan } from './roster-changes'

const isStale = (error: unknown) => error instanceof CallError && error.code === 'stale_version'

/**
 * A roster being rewritten: what was written stays until it is saved or given up, whatever others save meanwhile.
 * `roster` is the newest known version; the plan began from an earlier one when somebody else has saved since.
 */
export const useRosterPlan = (roster: Roster) => {
  const t = useText(rosterText)
  const queryClient = useQueryClient()
  const [base, setBase] = useState(roster)
  const [steps, setSteps] = useState<readonly RosterPlan[]>([])
  const written = steps.at(-1)
  // Until something is written, the page shows what is saved.
  const current = written ? base : roster
  const plan: RosterPlan = written ?? current

  const giveUp = () => {
    setSteps([])
    save.reset()
  }
  const save = useMutation({
    mutationFn: (version: number) =>
      deskApi.saveRoster({
        params: { queueId: roster.queueId },
        body: { version, mode: plan.mode, shifts: plan.shifts },
      }),
    onSuccess: (saved) => {
      queryClient.setQueriesData<Roster>({ queryKey: rosterKey(roster.queueId) }, saved)
      setSteps([])
      showToast(t('saved'))
    },
    onError: (error) => {
      if (isStale(error)) void queryClient.invalidateQueries({ queryKey: rosterKey(roster.queueId) })
    },
  })
  const change = (changed: Partial<RosterPlan>) => {
    if (!written) setBase(roster)
    setSteps((before) => [...before, { mode: plan.mode, shifts: plan.shifts, ...changed }])
  }
  return {
    plan,
    /** What was saved when the writing began. */
    base: current,
    hasChanges: written !== undefined && !isSamePlan(written, current),
    canUndo: steps.length > 0,
    change,
    undo: () => setSteps((before) => before.slice(0, -1)),
    giveUp,
    /** Over the version that the writing began from; refused when somebody saved since. */
    save: () => save.mutate(current.version),
    /** Over the newest version, after its changes were shown. */
    saveOver: () => save.mutate(roster.version),
    isSaving: save.isPending,
    error: save.error,
    isStale: isStale(save.error),
  }
}
export type RosterEditing = ReturnType<typeof useRosterPlan>

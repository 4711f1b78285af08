import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { useMemo, useState } from 'react'
import { useText } from '../platform/i18n/text'
import { showToast } from '../ui/toast'
import { planText } from './plan.text'
import { byCourtyard, candidatesOf, entriesOf, type PlanEntry, plannedOf, visitsOf } from './plan-draft'
import { usePlanRound, useRoundsOf, useVisitsToPlan } from './round.api'

type Plans = Readonly<Record<string, readonly PlanEntry[]>>

interface PlanChoice {
  communityId: string
  on: ServiceDate
  visitorId: string | null
}

/**
 * The round of one visitor on one day as it is being planned. What is not saved stays while somebody looks at another
 * day or another visitor, and after each refusal.
 */
export const usePlan = ({ communityId, on, visitorId }: PlanChoice) => {
  const t = useText(planText)
  const waiting = useVisitsToPlan(communityId)
  const rounds = useRoundsOf(communityId, on)
  const planning = usePlanRound(communityId)
  const [plans, setPlans] = useState<Plans>({})
  const [hasTried, setTried] = useState(false)

  const key = keyOf(on, visitorId)
  const round = rounds.data?.find(({ visitor }) => visitor.id === visitorId)
  const saved = useMemo(() => entriesOf(round), [round])
  const entries = plans[key] ?? saved
  const items = useMemo(() => waiting.data?.items ?? [], [waiting.data])
  const versions = useMemo(
    () =>
      new Map<string, number>(
        [...items, ...(rounds.data ?? []).flatMap(visitsOf)].map(({ id, version }) => [id, version]),
      ),
    [items, rounds.data],
  )
  const { visits, gone } = plannedOf(entries, versions)
  const onPlans = new Set([...Object.values(plans).flat(), ...entries].map(({ visitId }) => visitId))
  const wrongTimes = entries.filter(({ from, until }) => until <= from).map(({ visitId }) => visitId)

  const plannedFor = (id: string) =>
    (plans[keyOf(on, id)] ?? entriesOf(rounds.data?.find(({ visitor }) => visitor.id === id))).length

  const change = (next: readonly PlanEntry[]) => setPlans((before) => ({ ...before, [key]: next }))
  const reset = () => {
    setTried(false)
    planning.reset()
    setPlans(({ [key]: _dropped, ...others }) => others)
  }
  const save = () => {
    setTried(true)
    if (visitorId === null || gone.length > 0 || wrongTimes.length > 0) return
    planning.mutate(
      { on, visitorId, visits },
      {
        onSuccess: () => {
          reset()
          showToast(t('saved'))
        },
      },
    )
  }
  return {
    visitors: (waiting.data?.visitors ?? []).map((visitor) => ({ ...visitor, planned: plannedFor(visitor.id) })),
    courtyards: byCourtyard(candidatesOf(items, round, onPlans)),
    waitingCount: candidatesOf(items, round, onPlans).length,
    isPending: waiting.isPending || rounds.isPending,
    error: (waiting.data ? null : waiting.error) ?? (rounds.data ? null : rounds.error),
    retry: () => void Promise.all([waiting.refetch(), rounds.refetch()]),
    entries,
    round,
    /** Whom they have been to already takes a place of the day too. */
    beenCount: visitsOf(round).filter(({ state }) => state !== 'planned' && state !== 'cancelled').length,
    capacity: (round ?? rounds.data?.[0])?.capacity,
    goneIds: gone.map(({ visitId }) => visitId),
    wrongTimes: hasTried ? wrongTimes : [],
    isChanged: JSON.stringify(entries) !== JSON.stringify(saved),
    hasTried,
    change,
    reset,
    save,
    saveError: planning.error,
    isSaving: planning.isPending,
  }
}

const keyOf = (on: ServiceDate, visitorId: string | null) => `${on} ${visitorId ?? ''}`

export type Plan = ReturnType<typeof usePlan>

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newAttemptKey } from '../platform/attempt-key'
import { type HandResult, handOver, handOverAgain } from './bulk-hand-over'
import { DESK_KEY, ITEM_KEY } from './desk-keys'
import { type QueueItem, useReader, workQueueApi } from './work-item.api'

interface Progress {
  colleague: Colleague
  results: readonly HandResult[]
  /** How many are on their way in all. */
  total: number
  isBusy: boolean
}

export interface Colleague {
  id: string
  name: string
}

/** Hands several items to one colleague and keeps what became of each. */
export const useHandOver = () => {
  const client = useQueryClient()
  const [progress, setProgress] = useState<Progress>()
  const run = async (send: typeof handOver, items: readonly QueueItem[], colleague: Colleague, kept: HandResult[]) => {
    const results = [...kept]
    const total = kept.length + items.length
    const show = (isBusy: boolean) => setProgress({ colleague, results: [...results], total, isBusy })
    show(true)
    const onDone = (result: HandResult) => {
      results.push(result)
      show(true)
    }
    await send({ items, assigneeId: colleague.id, attemptKey: newAttemptKey(), onDone })
    show(false)
    void client.invalidateQueries({ queryKey: [DESK_KEY] })
    void client.invalidateQueries({ queryKey: [ITEM_KEY] })
  }
  const start = (items: readonly QueueItem[], colleague: Colleague) => void run(handOver, items, colleague, [])
  const retry = () => {
    if (!progress) return
    const failed = progress.results.filter(({ isHanded }) => !isHanded).map(({ item }) => item)
    const handed = progress.results.filter(({ isHanded }) => isHanded)
    void run(handOverAgain, failed, progress.colleague, handed)
  }
  return { progress, start, retry }
}
export type HandOverProgress = Progress

/** Whom these items may go to: what the server offers for the first of them that can go to anybody. */
export const useColleagues = (items: readonly QueueItem[]) => {
  const reader = useReader()
  const asked = items.slice(0, MAX_ASKED)
  return useQuery({
    queryKey: ['hand-over-choices', asked.map(({ id, version }) => [id, version]), reader],
    queryFn: async () => {
      for (const { communityId, id } of asked) {
        const choices = await workQueueApi.getMoveChoices({ params: { communityId, workItemId: id } })
        if (choices.assignees.length > 0) return choices.assignees
      }
      return []
    },
    staleTime: 0,
  })
}
const MAX_ASKED = 5

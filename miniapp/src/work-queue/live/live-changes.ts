import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { DESK_KEY, ITEM_KEY } from '../desk-keys'

/** What happens within this time is read once. */
export const GATHER_MS = 600

/** Collects queues that changed and has what depends on them read again, at most once in GATHER_MS. */
export const gatherChanges = (client: QueryClient) => {
  const changed = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const read = () => {
    timer = undefined
    const queueIds = new Set(changed)
    changed.clear()
    void client.invalidateQueries({ predicate: ({ queryKey }) => dependsOn(queryKey, queueIds) })
  }
  return {
    add: (queueIds: readonly string[]) => {
      for (const queueId of queueIds) changed.add(queueId)
      timer ??= setTimeout(read, GATHER_MS)
    },
    stop: () => clearTimeout(timer),
  }
}

/** Counts and the open item always; a list only when it is of one of these queues. */
const dependsOn = ([part, list, queueId]: QueryKey, queueIds: ReadonlySet<string>): boolean => {
  if (part === ITEM_KEY) return true
  return part === DESK_KEY && (list === 'queues' || (typeof queueId === 'string' && queueIds.has(queueId)))
}

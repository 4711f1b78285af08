import { useMemo, useState } from 'react'
import { NO_FILTER } from './queue-filter'
import { type QueueFilter, type QueueView, useMyQueues, useQueueItems } from './work-item.api'

/** What the desk shows: a queue, a view of it, and what narrows it. */
export interface Shown {
  queueId: string | undefined
  view: QueueView
  filter: QueueFilter
}

/** Which queue, view and filter the desk shows, and what is in them. */
export const useInbox = (wantedQueueId: string | undefined) => {
  const queues = useMyQueues()
  const [{ queueId, view, filter }, show] = useState<Shown>({ queueId: wantedQueueId, view: 'open', filter: NO_FILTER })
  const served = queues.data?.items ?? []
  const queue = served.find(({ id }) => id === queueId) ?? served[0]
  const pages = useItemPages(queue?.id, view, filter)
  return {
    queues,
    served,
    queue,
    view,
    filter,
    pages,
    /** Names exactly what is listed: another name is another list. */
    listKey: JSON.stringify([queue?.id, view, filter]),
    show,
    // The colleagues, cells and categories of one queue are not those of another.
    chooseQueue: (id: string) => show({ queueId: id, view, filter: NO_FILTER }),
    changeView: (to: QueueView) => show({ queueId: queue?.id, view: to, filter }),
    changeFilter: (to: QueueFilter) => show({ queueId: queue?.id, view, filter: to }),
    refresh: () => Promise.all([queues.refetch(), pages.query.refetch()]),
  }
}
export type Inbox = ReturnType<typeof useInbox>

const useItemPages = (queueId: string | undefined, view: QueueView, filter: QueueFilter) => {
  const query = useQueueItems(queueId, view, filter)
  const items = useMemo(() => uniqueItems(query.data?.pages ?? []), [query.data])
  return { query, items }
}
export type ItemPages = ReturnType<typeof useItemPages>

/** An item that moved between two pages while they were read would else stand twice. */
const uniqueItems = <T extends { id: string }>(pages: readonly { items: readonly T[] }[]): T[] => [
  ...new Map(pages.flatMap(({ items }) => items.map((item) => [item.id, item] as const))).values(),
]

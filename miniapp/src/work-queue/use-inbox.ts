import { useMemo, useState } from 'react'
import { type QueueView, useMyQueues, useQueueItems } from './work-item.api'

/** Which queue and view the desk shows, and what is in them. */
export const useInbox = (wantedQueueId: string | undefined) => {
  const queues = useMyQueues()
  const [chosenId, chooseQueue] = useState(wantedQueueId)
  const [view, changeView] = useState<QueueView>('open')
  const served = queues.data?.items ?? []
  const queue = served.find(({ id }) => id === chosenId) ?? served[0]
  const pages = useItemPages(queue?.id, view)
  const refresh = () => Promise.all([queues.refetch(), pages.query.refetch()])
  return { queues, served, queue, chooseQueue, view, changeView, pages, refresh }
}
export type Inbox = ReturnType<typeof useInbox>

const useItemPages = (queueId: string | undefined, view: QueueView) => {
  const query = useQueueItems(queueId, view)
  const items = useMemo(() => uniqueItems(query.data?.pages ?? []), [query.data])
  return { query, items }
}
export type ItemPages = ReturnType<typeof useItemPages>

/** An item that moved between two pages while they were read would else stand twice. */
const uniqueItems = <T extends { id: string }>(pages: readonly { items: readonly T[] }[]): T[] => [
  ...new Map(pages.flatMap(({ items }) => items.map((item) => [item.id, item] as const))).values(),
]

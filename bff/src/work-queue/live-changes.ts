import { z } from 'zod'
import type { Broadcast } from '../platform/db/broadcast.ts'
import type { Trx } from '../platform/db/database.ts'
import { afterCommit } from '../platform/db/transaction.ts'
import type { Log } from '../platform/log/log.ts'
import type { Engine } from './engine.ts'
import type { WorkItemRow } from './work-item.repository.ts'

/** Queues that have something new, and whom it must be kept from. Only ids. */
const QueueChange = z.object({ queueIds: z.array(z.string()), hiddenFrom: z.array(z.string()) })
const Address = z.object({ communityId: z.string(), workItemId: z.string() })
const Changes = z.object({ queues: z.array(QueueChange), viewersOf: z.array(Address) })

export type QueueChange = z.infer<typeof QueueChange>
type ItemAddress = z.infer<typeof Address>
export type Changes = z.infer<typeof Changes>

/** What is said to everybody who is connected, in this process and in all others. */
export interface Live {
  /** Only after the commit; see announceChange. */
  queuesChanged(change: QueueChange): void
  /** Somebody opened or left this item. */
  viewersChanged(address: ItemAddress): void
  /** Called with what changed anywhere; with null when something may have been missed. */
  onChanges(listener: (changes: Changes | null) => void): void
  stop(): void
}

/** At most five notifications a second from each process, whatever happens in it. */
const PAUSE_MS = 200
/** Keeps a payload far below the 8,000 bytes that PostgreSQL takes. */
const IDS_PER_PAYLOAD = 40

/** Collects changes and sends them on, the first at once and those that follow together. */
export const createLive = (broadcast: Broadcast, log: Log): Live => {
  const queues = new Map<string, { queueIds: Set<string>; hiddenFrom: string[] }>()
  const addresses = new Map<string, ItemAddress>()
  let pause: NodeJS.Timeout | undefined
  let isStopped = false

  const flush = (): void => {
    const payloads = payloadsOf(
      [...queues.values()].map(({ queueIds, hiddenFrom }) => ({ queueIds: [...queueIds], hiddenFrom })),
      [...addresses.values()],
    )
    queues.clear()
    addresses.clear()
    if (payloads.length === 0 || isStopped) return
    pause = setTimeout(() => {
      pause = undefined
      flush()
    }, PAUSE_MS)
    // Whoever could not be told asks again by itself, later.
    broadcast.send(payloads).catch((error: unknown) => log.warn({ err: error }, 'changes were not sent'))
  }
  const flushSoon = (): void => {
    if (pause === undefined) flush()
  }

  return {
    queuesChanged({ queueIds, hiddenFrom }) {
      const key = hiddenFrom.toSorted().join()
      const group = queues.get(key) ?? { queueIds: new Set(), hiddenFrom }
      for (const id of queueIds) group.queueIds.add(id)
      queues.set(key, group)
      flushSoon()
    },
    viewersChanged(address) {
      addresses.set(address.workItemId, address)
      flushSoon()
    },
    onChanges(listener) {
      broadcast.onPayload((payload) => {
        const changes = Changes.safeParse(JSON.parse(payload))
        // A process of another version may say what this one does not know yet.
        listener(changes.success ? changes.data : null)
      })
      broadcast.onGap(() => listener(null))
    },
    stop() {
      isStopped = true
      clearTimeout(pause)
    },
  }
}

const payloadsOf = (queues: readonly QueueChange[], viewersOf: readonly ItemAddress[]): string[] => {
  const changes: Changes[] = [
    ...queues.flatMap(({ queueIds, hiddenFrom }) =>
      inParts(queueIds).map((part) => ({ queues: [{ queueIds: part, hiddenFrom }], viewersOf: [] })),
    ),
    ...inParts(viewersOf).map((part) => ({ queues: [], viewersOf: part })),
  ]
  return changes.map((change) => JSON.stringify(change))
}

const inParts = <Value>(values: readonly Value[]): Value[][] =>
  Array.from({ length: Math.ceil(values.length / IDS_PER_PAYLOAD) }, (_unused, index) =>
    values.slice(index * IDS_PER_PAYLOAD, (index + 1) * IDS_PER_PAYLOAD),
  )

type SeenItem = Pick<
  WorkItemRow,
  | 'queue_id'
  | 'referred_queue_id'
  | 'participating_queue_ids'
  | 'supervising_queue_ids'
  | 'barred_queue_ids'
  | 'excluded_staff_ids'
>

/** Says after the commit which queues have something new: those that show the item now, and those that did before. */
export const announceChange = (engine: Engine, trx: Trx, ...rows: readonly SeenItem[]): void => {
  const barred = new Set(rows.flatMap((row) => row.barred_queue_ids))
  const queueIds = rows
    .flatMap((row) => [
      row.queue_id,
      row.referred_queue_id ?? [],
      row.participating_queue_ids,
      row.supervising_queue_ids,
    ])
    .flat()
    .filter((id) => !barred.has(id))
  const hiddenFrom = [...new Set(rows.flatMap((row) => row.excluded_staff_ids))]
  afterCommit(trx, () => engine.live.queuesChanged({ queueIds: [...new Set(queueIds)], hiddenFrom }))
}

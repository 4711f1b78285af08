import { CallError } from '../platform/call-error'
import { type AllowedMove, type MoveBody, type QueueItem, type WorkItem, workQueueApi } from './work-item.api'

/** Why an item was not handed over; each has a sentence in inbox.text.ts. */
export type HandFailure =
  | 'failedStale'
  | 'failedNotAllowed'
  | 'failedNotInQueue'
  | 'failedNotFound'
  | 'failedRate'
  | 'failedNetwork'

export type HandResult = { item: QueueItem } & ({ isHanded: true } | { isHanded: false; failure: HandFailure })

interface HandOver {
  items: readonly QueueItem[]
  assigneeId: string
  /** Names this attempt: with the item and its version it makes a repeated call safe. */
  attemptKey: string
  onDone: (result: HandResult) => void
}

/** Nobody's item is dispatched, somebody's is transferred: each by the same move as one alone, one after another. */
export const handOver = async ({ items, assigneeId, attemptKey, onDone }: HandOver): Promise<void> => {
  for (const item of items) onDone(await handOne(item, assigneeId, attemptKey))
}

/** As `handOver`, but with every item as it is now: for those that had changed. */
export const handOverAgain = async ({ items, assigneeId, attemptKey, onDone }: HandOver): Promise<void> => {
  for (const item of items) {
    const fresh = await freshOf(item)
    if ('isHanded' in fresh) onDone(fresh)
    // The answer to the first call was lost on the way.
    else if (fresh.state === 'dispatched' && fresh.assignee?.id === assigneeId) onDone({ item: fresh, isHanded: true })
    else if (!canBeHanded(fresh)) onDone({ item: fresh, isHanded: false, failure: 'failedNotAllowed' })
    else onDone(await handOne(fresh, assigneeId, attemptKey))
  }
}

const HANDING: readonly AllowedMove['move'][] = ['dispatch', 'transfer']
const canBeHanded = ({ allowedMoves }: WorkItem): boolean => allowedMoves.some(({ move }) => HANDING.includes(move))

const handOne = async (item: QueueItem, assigneeId: string, attemptKey: string): Promise<HandResult> => {
  const { communityId, id, state, version } = item
  const body: MoveBody = { move: state === 'queued' ? 'dispatch' : 'transfer', version, assigneeId }
  const idempotencyKey = `${attemptKey}-${id}-v${version}`
  try {
    await workQueueApi.moveWorkItem({ params: { communityId, workItemId: id }, body }, { idempotencyKey })
    return { item, isHanded: true }
  } catch (error) {
    return { item, isHanded: false, failure: failureOf(error) }
  }
}

const freshOf = async (item: QueueItem): Promise<WorkItem | HandResult> => {
  try {
    return await workQueueApi.getWorkItem({ params: { communityId: item.communityId, workItemId: item.id } })
  } catch (error) {
    return { item, isHanded: false, failure: failureOf(error) }
  }
}

const failureOf = (error: unknown): HandFailure => {
  if (!(error instanceof CallError)) throw error
  switch (error.code) {
    case 'stale_version':
      return 'failedStale'
    case 'move_not_allowed':
      return 'failedNotAllowed'
    case 'assignee_not_in_queue':
      return 'failedNotInQueue'
    case 'not_found':
      return 'failedNotFound'
    case 'rate_limited':
      return 'failedRate'
    default:
      return 'failedNetwork'
  }
}

import type { MovableItem } from '@little-bench/shared/work-queue/lifecycle'
import type { RatedWorkItemRow } from './work-item.repository.ts'

/** What the rules of the lifecycle need to know of a row. */
export const movableOf = (item: RatedWorkItemRow): MovableItem => ({
  state: item.state,
  outcome: item.outcome,
  closedAt: item.closed_at === null ? null : new Date(item.closed_at),
  ratedSolved: item.solved ?? null,
})

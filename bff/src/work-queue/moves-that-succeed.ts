import type { AllowedMove } from '@little-bench/shared/work-queue/allowed-moves'
import type { Move, Relation } from '@little-bench/shared/work-queue/lifecycle'
import type { Viewer } from '../platform/http/viewer.ts'
import { dispatchCandidates, isLeftToAnother } from './dispatch-candidates.ts'
import type { Engine } from './engine.ts'
import { movesOf } from './item-facts.ts'
import { hasMergeable } from './related-item.repository.ts'
import { mergerOf, servedQueues } from './work-item.policy.ts'
import type { RatedWorkItemRow } from './work-item.repository.ts'

/**
 * What the rules allow, as far as it also finds somebody or something: no handing on to a colleague where there is none,
 * no taking back what is left to another, no merging with nothing. Each is only asked of whoever could do it.
 */
export const movesThatSucceed = async (
  engine: Engine,
  viewer: Viewer,
  item: RatedWorkItemRow,
  relations: readonly Relation[],
): Promise<AllowedMove[]> => {
  const moves = movesOf(engine, item, relations, engine.clock.now())
  const can = (...some: Move[]): boolean => moves.some(({ move }) => some.includes(move))
  const inVain = new Set<Move>()
  if (can('dispatch', 'transfer') && (await dispatchCandidates(engine, item)).length === 0) {
    inVain.add('dispatch').add('transfer')
  }
  if (can('claim') && (await isLeftToAnother(engine, item, viewer.personId))) inVain.add('claim')
  if (can('merge')) {
    const merger = mergerOf(viewer, servedQueues(viewer.roles, engine.config()))
    if (!(await hasMergeable(engine.db, item, merger))) inVain.add('merge')
  }
  return moves.filter(({ move }) => !inVain.has(move))
}

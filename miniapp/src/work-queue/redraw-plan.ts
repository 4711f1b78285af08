import type { GridRedrawPlan, RedrawMove } from './oversight.api'

export interface CellMoves {
  /** Name of the new cell; null for items of no cell. */
  cell: string | null
  moves: RedrawMove[]
}

/** An item of a plan that goes elsewhere; the plan also names those that stay, and why. */
export const goesElsewhere = ({ fromQueue, toQueue, fromGridCell, toGridCell }: RedrawMove): boolean =>
  fromQueue !== toQueue || fromGridCell !== toGridCell

/** What moves, grouped by the cell in which it will be, in the order of the plan. */
export const movesByCell = ({ moves }: GridRedrawPlan): CellMoves[] => {
  const groups = new Map<string | null, RedrawMove[]>()
  for (const move of moves.filter(goesElsewhere)) {
    groups.set(move.toGridCell, [...(groups.get(move.toGridCell) ?? []), move])
  }
  return [...groups].map(([cell, cellMoves]) => ({ cell, moves: cellMoves }))
}

import type { CommunityConfig, GridRedrawConfig } from '@little-bench/config/model'
import { inLanguage } from '@little-bench/shared/kernel/language'
import type { GridRedraw, GridRedrawPlan } from '@little-bench/shared/work-queue/oversight.contract'
import type { z } from 'zod'
import type { PersonRow } from '../people/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { hashOfPlan, type PlannedItem, type Redrawing } from './grid-redraw-plan.ts'
import { isStaffRelation, relationsTo, servedQueues } from './work-item.policy.ts'
import { queueName } from './work-item.presenter.ts'

export const presentRedraw = (
  redraw: GridRedrawConfig,
  community: CommunityConfig,
  appliedAt: string | null,
  { language }: Viewer,
): z.input<typeof GridRedraw> => {
  const formerly = new Set(redraw.gridCells.flatMap((cell) => cell.formerly))
  return {
    id: redraw.id,
    name: inLanguage(redraw.name, language),
    cellsBefore: appliedAt === null ? community.gridCells.length : formerly.size,
    cellsAfter: redraw.gridCells.length,
    appliedAt,
    demo: redraw.demo,
  }
}

/** The plan as this viewer may know it: what is kept from them is moved all the same and not named. */
export const presentPlan = (
  redrawing: Redrawing,
  plan: readonly PlannedItem[],
  people: readonly PersonRow[],
  { viewer, appliedAt }: { viewer: Viewer; appliedAt: string | null },
): z.input<typeof GridRedrawPlan> => {
  const { redraw, communityId, before, after } = redrawing
  const [old, drawn] = [before.communities.get(communityId), after.communities.get(communityId)]
  if (!old || !drawn) throw new Error(`no community ${communityId}`)
  const served = servedQueues(viewer.roles, before)
  const shown = plan.filter(({ item }) => relationsTo(item, viewer.personId, served).some(isStaffRelation))
  return {
    redraw: presentRedraw(redraw, old, appliedAt, viewer),
    planHash: hashOfPlan(redrawing, plan),
    openItems: shown.length,
    moves: shown
      .filter(({ item, gridCellId, queueId }) => gridCellId !== item.grid_cell_id || queueId !== item.queue_id)
      .map(({ item, gridCellId, queueId, because }) => ({
        workItemId: item.id,
        receiptNumber: item.receipt_number,
        title: item.title,
        fromGridCell: cellName(old, item.grid_cell_id, viewer),
        toGridCell: cellName(drawn, gridCellId, viewer),
        fromQueue: queueName(item.queue_id, before, viewer.language),
        toQueue: queueName(queueId, after, viewer.language),
        because,
      })),
    staff: redraw.gridCells.map((cell) => ({
      gridCell: inLanguage(cell.name, viewer.language),
      names: people.filter((person) => servesCell(person, [cell.id, ...cell.formerly])).map(({ name }) => name),
    })),
  }
}

const servesCell = ({ roles }: PersonRow, gridCellIds: readonly string[]): boolean =>
  roles.some(
    ({ role, gridCellId }) =>
      (role === 'grid_worker' || role === 'grid_leader') && gridCellId !== null && gridCellIds.includes(gridCellId),
  )

const cellName = (
  { gridCells }: Pick<CommunityConfig, 'gridCells'>,
  id: string | null,
  { language }: Viewer,
): string | null => {
  const cell = gridCells.find((each) => each.id === id)
  return cell ? inLanguage(cell.name, language) : id
}

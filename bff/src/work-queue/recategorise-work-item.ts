import { AppError } from '@little-bench/shared/kernel/errors'
import { applyStep } from './apply-step.ts'
import { dispatchByRoster } from './dispatch-by-roster.ts'
import { circumstancesOf } from './item-facts.ts'
import { type BodyOf, type MoveContext, noteOf } from './move-context.ts'
import { clocksOfClass, routeAgain } from './route-again.ts'
import type { RatedWorkItemRow } from './work-item.repository.ts'

/** Another category: other promises, perhaps another queue; what came before stays in the history. */
export const recategorise = async (
  { engine, trx, item, viewer, now }: MoveContext,
  body: BodyOf<'recategorise'>,
): Promise<RatedWorkItemRow> => {
  const { community } = circumstancesOf(engine, item)
  const category = engine.subjects.categoryOf(item.service, community, body.serviceCode)
  const handler = engine.subjects.of(item.service).recategorise
  if (!category || !handler || body.serviceCode === item.service_code) throw new AppError('unknown_service')
  // What was told in confidence never becomes less confidential by a new label.
  const isConfidential = category.isConfidential || item.confidentiality === 'confidential'
  const { title } = await handler(trx, item, category)
  const routed = routeAgain(engine, item, category, item.grid_cell_id)
  const after = await applyStep(
    engine,
    trx,
    item,
    {
      kind: 'recategorised',
      actorId: viewer.personId,
      change: {
        ...routed,
        deadline_class: category.deadlineClass,
        service_code: category.serviceCode,
        title: isConfidential ? category.name.zh : title,
        confidentiality: isConfidential ? 'confidential' : 'ordinary',
        priority: category.priority,
        // What only the person could say stays theirs, whatever it is called later.
        is_delegable: item.is_delegable && category.isDelegable,
      },
      clocks: clocksOfClass(engine, item, {
        queueId: routed.queue_id ?? item.queue_id,
        deadlineClass: category.deadlineClass,
      }),
      details: {
        fromServiceCode: item.service_code,
        toServiceCode: category.serviceCode,
        fromQueueId: item.queue_id,
        toQueueId: routed.queue_id ?? item.queue_id,
      },
      ...noteOf(body),
    },
    now,
  )
  return dispatchByRoster(engine, trx, after, { excluded: [], now })
}

/** Another place: perhaps another grid cell, and then its queue. */
export const relocate = async (
  { engine, trx, item, viewer, now }: MoveContext,
  body: BodyOf<'relocate'>,
): Promise<RatedWorkItemRow> => {
  const { community } = circumstancesOf(engine, item)
  const handler = engine.subjects.of(item.service).relocate
  const category = engine.subjects.categoryOf(item.service, community, item.service_code)
  if (!handler) throw new AppError('move_not_allowed')
  const { title, gridCellId } = await handler(trx, item, community, body.placeId)
  const routed = category ? routeAgain(engine, item, category, gridCellId) : { grid_cell_id: gridCellId }
  const after = await applyStep(
    engine,
    trx,
    item,
    {
      kind: 'relocated',
      actorId: viewer.personId,
      change: { ...routed, title: item.confidentiality === 'confidential' ? item.title : title },
      details: {
        fromGridCellId: item.grid_cell_id,
        toGridCellId: gridCellId,
        fromQueueId: item.queue_id,
        toQueueId: routed.queue_id ?? item.queue_id,
      },
      ...noteOf(body),
    },
    now,
  )
  return dispatchByRoster(engine, trx, after, { excluded: [], now })
}

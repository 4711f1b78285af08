import { findPlace, gridCellOfPlace } from '@little-bench/config/places'
import { AppError } from '@little-bench/shared/kernel/errors'
import { startClocks } from '@little-bench/shared/work-queue/clocks'
import { nextTimer } from '@little-bench/shared/work-queue/timers'
import { v7 as uuidv7 } from 'uuid'
import { applyStep } from './apply-step.ts'
import { dispatchByRoster } from './dispatch-by-roster.ts'
import { circumstancesOf, columnsOfClocks, timedOf } from './item-facts.ts'
import { announceChange } from './live-changes.ts'
import { type BodyOf, type MoveContext, noteOf } from './move-context.ts'
import { countChildren } from './related-item.repository.ts'
import { routeAgain } from './route-again.ts'
import { findWorkItemById, insertableOf, type RatedWorkItemRow, type WorkItemRow } from './work-item.repository.ts'
import { insertWorkItemWithEvent } from './work-item-event.repository.ts'
import { insertItemWords } from './work-item-words.repository.ts'

/**
 * Makes works of one item, each with its own state and, when it is elsewhere, its own queue. The resident goes on speaking
 * with the item as a whole. Closing rule: the item can only be resolved when every work is resolved or closed; works are
 * not rated. Errors: `unknown_place`.
 */
export const split = async (context: MoveContext, body: BodyOf<'split'>): Promise<RatedWorkItemRow> => {
  const { engine, trx, item, viewer, now } = context
  const made = await countChildren(trx, item.community_id, item.id)
  const children = body.parts.map((part, index) => childOf(context, part, made + index + 1))
  const after = await applyStep(
    engine,
    trx,
    item,
    {
      kind: 'split',
      actorId: viewer.personId,
      change: { open_children: item.open_children + children.length },
      details: { receiptNumbers: children.map((child) => child.receipt_number) },
      ...noteOf(body),
    },
    now,
  )
  for (const child of children) {
    await insertWorkItemWithEvent(trx, insertableOf(child), {
      community_id: child.community_id,
      id: uuidv7(),
      work_item_id: child.id,
      service: child.service,
      kind: 'enqueued',
      from_state: null,
      to_state: 'queued',
      queue_id: child.queue_id,
      actor_id: viewer.personId,
      visible_to: 'requester',
      created_at: now.toISOString(),
    })
    // What the whole says is not for whoever does one work of it.
    await insertItemWords(trx, child, '')
    announceChange(engine, trx, child)
    const inserted = await findWorkItemById(trx, child.community_id, child.id)
    if (inserted) await dispatchByRoster(engine, trx, inserted, { excluded: [], now })
  }
  const parts = children.map(({ id }, index) => ({ workItemId: id, placeId: body.parts[index]?.placeId ?? null }))
  await engine.subjects.of(item.service).onSplit?.(trx, item, parts, { personId: viewer.personId, now })
  return after
}

const childOf = (
  { engine, item, now }: MoveContext,
  { title, placeId }: BodyOf<'split'>['parts'][number],
  number: number,
): WorkItemRow => {
  const { community, clockClass, calendar, rules } = circumstancesOf(engine, item)
  if (placeId !== undefined && !findPlace(community, placeId)) throw new AppError('unknown_place')
  const gridCellId = placeId === undefined ? item.grid_cell_id : (gridCellOfPlace(community, placeId)?.id ?? null)
  const category = engine.subjects.categoryOf(item.service, community, item.service_code)
  const isElsewhere = gridCellId !== item.grid_cell_id && category !== undefined
  const clocks = startClocks(now, clockClass, calendar)
  const child: RatedWorkItemRow = {
    ...item,
    ...(isElsewhere && routeAgain(engine, item, category, gridCellId)),
    ...columnsOfClocks(clocks),
    // The promise to the resident is one for the whole.
    due_at: item.due_at,
    id: uuidv7(),
    receipt_number: `${item.receipt_number}-${number}`,
    title: item.confidentiality === 'confidential' ? item.title : title,
    parent_id: item.id,
    state: 'queued',
    assignee_id: null,
    former_handler_id: null,
    version: 1,
    open_children: 0,
    touched_at: null,
    is_untouched: false,
    pause: null,
    paused_at: null,
    suspended_until: null,
    suspension_reason: null,
    suspensions: 0,
    climbed_at: null,
    supervising_queue_ids: [],
    reminded_at: null,
    reminders: 0,
    created_at: now.toISOString(),
    round_started_at: now.toISOString(),
  }
  return { ...child, next_timer_at: nextTimer(timedOf(engine, child), rules, calendar)?.at.toISOString() ?? null }
}

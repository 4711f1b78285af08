import { applyStep } from './apply-step.ts'
import { circumstancesOf } from './item-facts.ts'
import { type BodyOf, type MoveContext, noteOf } from './move-context.ts'
import { insertNotOursEntry } from './not-ours.repository.ts'
import type { RatedWorkItemRow } from './work-item.repository.ts'

/**
 * Closes an item: after follow-up as solved, or with what staff answer without working on it. What is not ours enters the
 * register with where it was sent: the catalogue's destination unless somebody names a better one.
 */
export const closeWorkItem = async (context: MoveContext, body: BodyOf<'close'>): Promise<RatedWorkItemRow> => {
  const { engine, trx, item, viewer, now } = context
  const outcome = item.state === 'resolved' ? 'solved' : (body.outcome ?? null)
  const after = await applyStep(
    engine,
    trx,
    item,
    {
      kind: 'closed',
      actorId: viewer.personId,
      change: { state: 'closed', outcome, closed_at: now.toISOString() },
      details: outcome === null ? {} : { outcome },
      ...noteOf(body),
    },
    now,
  )
  if (outcome !== 'not_ours') return after
  const { community } = circumstancesOf(engine, item)
  const known = engine.subjects.categoryOf(item.service, community, item.service_code)?.notOurs
  await insertNotOursEntry(trx, {
    community_id: item.community_id,
    work_item_id: item.id,
    round: item.reopened_count,
    destination: body.destination ?? known?.destination.zh ?? '已口头说明去处',
    phone: body.destinationPhone ?? known?.phone ?? null,
    registered_by: viewer.personId,
    registered_at: now.toISOString(),
  })
  return after
}

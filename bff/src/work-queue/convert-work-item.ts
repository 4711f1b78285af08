import { AppError } from '@little-bench/shared/kernel/errors'
import { applyStep } from './apply-step.ts'
import { type BodyOf, type MoveContext, noteOf } from './move-context.ts'
import type { RatedWorkItemRow } from './work-item.repository.ts'

/**
 * Turns an item into one of another service, with the resident's consent and with nothing but what was agreed. That it
 * became one is from then on between staff and the resident: nobody who acts for them reads the item any more.
 * Error: `conversion_not_possible` when that service takes none.
 */
export const convert = async (
  { engine, trx, item, viewer, receiptNumber, now }: MoveContext,
  body: BodyOf<'convert'>,
): Promise<RatedWorkItemRow> => {
  const accept = engine.subjects.of(body.service).acceptConversion
  const { requester_id: requesterId } = item
  if (requesterId === null || receiptNumber === null || !accept || body.service === item.service) {
    throw new AppError('conversion_not_possible')
  }
  const after = await applyStep(
    engine,
    trx,
    item,
    {
      kind: 'converted',
      actorId: viewer.personId,
      change: { state: 'closed', outcome: 'converted', closed_at: now.toISOString(), is_delegable: false },
      ...noteOf(body),
    },
    now,
  )
  await accept(
    trx,
    {
      communityId: item.community_id,
      fromWorkItemId: item.id,
      receiptNumber,
      requesterId,
      agreed: body.agreed,
    },
    now,
  )
  return after
}
